using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Http;

/// <summary>Prints JSON for responses.</summary>
internal static class Json
{
    // Sent as application/json with nosniff, so nothing needs to be escaped for HTML.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON on one line, as lines and events need it: what a procedure passes on may have line breaks between its values.</summary>
    public static ReadOnlyMemory<byte> Print(Action<Utf8JsonWriter> write)
    {
        var json = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(json, Writing))
        {
            write(writer);
        }

        if (json.WrittenSpan.IndexOfAny((byte)'\n', (byte)'\r') < 0)
        {
            return json.WrittenMemory;
        }

        // Inside of texts they are escaped, so these are blanks.
        var line = json.WrittenSpan.ToArray();
        line.AsSpan().Replace((byte)'\n', (byte)' ');
        line.AsSpan().Replace((byte)'\r', (byte)' ');
        return line;
    }

    /// <summary>Sends a whole answer.</summary>
    public static async Task SendAsync(HttpResponse response, int status, string contentType, ReadOnlyMemory<byte> json)
    {
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = json.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        await response.Body.WriteAsync(json, response.HttpContext.RequestAborted).ConfigureAwait(false);
    }
}
