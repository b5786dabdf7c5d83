using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Writes the <c>result</c> of a response: what the method puts into it, and around that what each version of the protocol wants of every result.</summary>
internal sealed class ResultWriter : IDisposable
{
    /// <summary>Results are read by models, not by browsers: what HTML would need escaped only costs tokens here.</summary>
    public static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>For what stands around a result's own.</summary>
    private const int Frame = 512;

    private readonly ArrayBufferWriter<byte> json;
    private readonly bool modern;

    private ResultWriter(bool modern, string resultType, int expected)
    {
        this.modern = modern;
        json = new(expected + Frame);
        Json = new(json, Writing);
        Json.WriteStartObject();
        if (modern)
        {
            Json.WriteString("resultType"u8, resultType);
        }
    }

    /// <summary>Inside the result object.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Begins a result that is complete.</summary>
    /// <param name="isModern">Whether it is for a client of 2026-07-28 or later.</param>
    /// <param name="expected">About how many bytes are put into it; room for them is made at once.</param>
    public static ResultWriter For(bool isModern, int expected = 512) => new(isModern, "complete", expected);

    /// <summary>The result of a modern call that needs the user first (SEP-2322).</summary>
    public static McpAnswer.Result OfAsking(McpAnswer.Asks asks)
    {
        using var writer = new ResultWriter(modern: true, "input_required", expected: 512);
        writer.Json.WriteStartObject("inputRequests"u8);
        foreach (var (key, request) in asks.Requests)
        {
            writer.Json.WritePropertyName(key);
            JsonSerializer.Serialize(writer.Json, request, SdkJson.Of<InputRequest>());
        }

        writer.Json.WriteEndObject();
        if (asks.State is not null)
        {
            writer.Json.WriteString("requestState"u8, asks.State);
        }

        return writer.End();
    }

    /// <summary>Ends the result.</summary>
    /// <param name="lifetime">How long a modern client may keep it (SEP-2549); null where that is not said.</param>
    /// <param name="toolSet">What the list of tools that it rests on is called in <c>_meta</c>; null for none.</param>
    public McpAnswer.Result End(TimeSpan? lifetime = null, string? toolSet = null)
    {
        if (modern && lifetime is { } time)
        {
            Json.WriteNumber("ttlMs"u8, (long)time.TotalMilliseconds);
            // What is answered depends on who asks, so nobody else may have it.
            Json.WriteString("cacheScope"u8, "private"u8);
        }

        if (modern || toolSet is not null)
        {
            Json.WriteStartObject("_meta"u8);
            if (modern)
            {
                Json.WritePropertyName("io.modelcontextprotocol/serverInfo"u8);
                Json.WriteRawValue(ServerIdentity.Json, skipInputValidation: true);
            }

            if (toolSet is not null)
            {
                Json.WriteString(MetaNames.ToolSet, toolSet);
            }

            Json.WriteEndObject();
        }

        Json.WriteEndObject();
        Json.Flush();
        return new(json.WrittenMemory);
    }

    public void Dispose() => Json.Dispose();
}
