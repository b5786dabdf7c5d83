using System.Buffers;
using System.Text;
using System.Text.Json;
using HomeDash.Procedures;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Answers resources/read.</summary>
internal sealed class ResourceReadMethod(ResourceLibrary library, ToolTable table) : IMcpMethod
{
    public string Name => RequestMethods.ResourcesRead;

    public async ValueTask<McpAnswer> AnswerAsync(McpCall call, JsonElement parameters, CancellationToken cancellationToken)
    {
        var uri = parameters.RequiredText("uri");
        try
        {
            return await library.ReadAsync(call, uri, cancellationToken).ConfigureAwait(false) is { } body
                ? Print(call, body)
                : NotFound(call, uri, $"There is no resource '{uri}'. resources/list and resources/templates/list name what there is.");
        }
        catch (ProcedureException failed)
        {
            var message = table.Words.InText(failed.Error.Message);
            return failed.Error.Reason switch
            {
                ErrorReason.TargetNotFound or ErrorReason.TargetAmbiguous or ErrorReason.InvalidInput => NotFound(call, uri, message),
                ErrorReason.NotAllowed => new McpAnswer.Error(McpErrorCode.InvalidParams, message, Data(uri, failed.Error.Reason)),
                _ => new McpAnswer.Error(McpErrorCode.InternalError, message, Data(uri, failed.Error.Reason)),
            };
        }
    }

    /// <summary>The code of its own went with 2026-07-28: "-32602 with data.uri" (SEP-2164).</summary>
    private static McpAnswer.Error NotFound(McpCall call, string uri, string message) =>
        new(call.IsModern ? McpErrorCode.InvalidParams : McpErrorCode.ResourceNotFound, message, Data(uri, null));

    private static McpAnswer.Result Print(McpCall call, ResourceBody body)
    {
        using var writer = ResultWriter.For(call.IsModern);
        writer.Json.WriteStartArray("contents"u8);
        ResourceLibrary.Write(writer.Json, body);
        writer.Json.WriteEndArray();
        return writer.End(TimeSpan.Zero);
    }

    private static string Data(string uri, ErrorReason? reason)
    {
        var json = new ArrayBufferWriter<byte>(128);
        using (var writer = new Utf8JsonWriter(json, ResultWriter.Writing))
        {
            writer.WriteStartObject();
            writer.WriteString("uri"u8, uri);
            if (reason is { } why)
            {
                writer.WriteString("reason"u8, why.ToWire());
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(json.WrittenSpan);
    }
}
