using System.Text.Json;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace HomeDash.Http;

/// <summary>Problem details (RFC 9457) with HomeDash's own members beside the standard ones.</summary>
internal static class Problem
{
    public const string ContentType = "application/problem+json";

    public static Task SendAsync(HttpContext http, Fault fault) =>
        Json.SendAsync(http.Response, fault.Status, ContentType, Json.Print(writer => Write(writer, fault)));

    public static void Write(Utf8JsonWriter writer, Fault fault)
    {
        writer.WriteStartObject();
        // 4.2.1: a problem that is told by its status has no type of its own; the reason says more.
        writer.WriteString("type"u8, "about:blank"u8);
        writer.WriteString("title"u8, fault.Status == 499 ? "Client Closed Request" : ReasonPhrases.GetReasonPhrase(fault.Status));
        writer.WriteNumber("status"u8, fault.Status);
        writer.WriteString("detail"u8, fault.Error.Message);
        writer.WriteString("code"u8, fault.Error.Code.ToWire());
        fault.WriteDetails(writer);
        writer.WriteEndObject();
    }
}
