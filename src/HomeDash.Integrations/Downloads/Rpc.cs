using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace HomeDash.Integrations;

/// <summary>What services with an RPC over JSON have in common.</summary>
internal static class Rpc
{
    /// <summary>A list of names as JSON.</summary>
    public static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode)name)]);

    /// <summary>A request with a JSON body.</summary>
    /// <param name="path">Relative to the service's address; begins with a slash.</param>
    /// <param name="body">The JSON, as <see cref="Text"/> writes it.</param>
    public static HttpRequestMessage Request(string path, byte[] body) =>
        // Deluge refuses a content type with a character set.
        new(HttpMethod.Post, path) { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } };

    /// <summary>Writes JSON with as few escapes as it needs: NZBGet reads no \u002B, and Base64 is full of plus signs.</summary>
    public static byte[] Text(JsonObject body)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            body.WriteTo(writer);
        }

        return text.WrittenSpan.ToArray();
    }

    /// <summary>The header that signs in with a user name and a password; null without them.</summary>
    public static AuthenticationHeaderValue? Basic(Credentials credentials) =>
        credentials is { Username: { } user, Password: { } password } ? new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password.Reveal()}"))) : null;

    /// <summary>Reads a part of an answer.</summary>
    /// <exception cref="Procedures.ProcedureException">It is nothing, or of another shape.</exception>
    public static T Read<T>(this ServiceErrors errors, JsonElement? part, JsonTypeInfo<T> type)
        where T : notnull
    {
        try
        {
            return part is { } value && value.Deserialize(type) is { } read ? read : throw errors.MakesNoSense("nothing");
        }
        catch (JsonException)
        {
            throw errors.MakesNoSense("JSON of another shape, or none");
        }
    }
}
