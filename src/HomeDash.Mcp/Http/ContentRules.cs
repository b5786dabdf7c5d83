using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace HomeDash.Mcp;

/// <summary>What a POST must say about the content it brings and takes (Streamable HTTP, Sending Messages).</summary>
internal static class ContentRules
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue EventStream = new("text/event-stream");

    /// <summary>As clients mostly write it: known without being taken apart.</summary>
    private const string UsualAccept = "application/json, text/event-stream";

    public static Refusal? Check(HttpRequest request) => CheckAccept(request.Headers.Accept) ?? CheckContentType(request);

    /// <summary>The same for a GET, which takes events alone.</summary>
    public static Refusal? CheckEvents(HttpRequest request) => Takes(TakenBy(request.Headers.Accept), EventStream)
        ? null
        : Refusal.Of(StatusCodes.Status406NotAcceptable, "Send the header 'Accept: text/event-stream'.");

    private static MediaTypeHeaderValue[] TakenBy(StringValues accept) =>
        MediaTypeHeaderValue.TryParseList(accept, out var ranges) ? [.. ranges.Where(range => range.Quality is not 0)] : [];

    private static Refusal? CheckAccept(StringValues accept)
    {
        if (accept == UsualAccept)
        {
            return null;
        }

        // "The client MUST include an Accept header, listing both": the answer may be either.
        var taken = TakenBy(accept);
        return Takes(taken, Json) && Takes(taken, EventStream)
            ? null
            : Refusal.Of(StatusCodes.Status406NotAcceptable, "Send the header 'Accept: application/json, text/event-stream'.");
    }

    private static bool Takes(MediaTypeHeaderValue[] ranges, MediaTypeHeaderValue type) =>
        Array.Exists(ranges, range => range.MatchesAllTypes || type.Type == range.Type && (range.MatchesAllSubTypes || type.SubType == range.SubType));

    private static Refusal? CheckContentType(HttpRequest request)
    {
        var fits = request.Headers.ContentEncoding.Count == 0
            && (request.ContentType == "application/json"
                || (MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
                    && type.MediaType == Json.MediaType
                    && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))));
        return fits ? null : Refusal.Of(StatusCodes.Status415UnsupportedMediaType, "Send one JSON-RPC message as UTF-8 with 'Content-Type: application/json', not compressed.");
    }
}
