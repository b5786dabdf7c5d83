using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Http;

/// <summary>The answer to one call of a request: <c>{"result":{"data":…}}</c> or <c>{"error":…}</c>.</summary>
/// <param name="Status">The HTTP status it would have alone.</param>
/// <param name="Json">The answer, on one line.</param>
internal sealed record TrpcReply(int Status, ReadOnlyMemory<byte> Json)
{
    public static TrpcReply Of(ProcedureOutcome outcome, string? path, string requestId) =>
        Fault.Of(outcome, requestId) is { } fault ? Of(fault, path) : new(200, Http.Json.Print(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("result"u8);
            writer.WritePropertyName("data"u8);
            Results.Write(writer, outcome);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }));

    public static TrpcReply Of(Fault fault, string? path) => new(fault.Status, Http.Json.Print(writer =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName("error"u8);
        WriteShape(writer, fault, path);
        writer.WriteEndObject();
    }));

    /// <summary>tRPC's error shape; what HomeDash adds is in its data, where an error formatter of tRPC would put it.</summary>
    public static void WriteShape(Utf8JsonWriter writer, Fault fault, string? path)
    {
        writer.WriteStartObject();
        writer.WriteString("message"u8, fault.Error.Message);
        writer.WriteNumber("code"u8, TrpcCodes.Of(fault.Error.Code));
        writer.WriteStartObject("data"u8);
        writer.WriteString("code"u8, fault.Error.Code.ToWire());
        writer.WriteNumber("httpStatus"u8, fault.Status);
        if (path is not null)
        {
            writer.WriteString("path"u8, path);
        }

        fault.WriteDetails(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
