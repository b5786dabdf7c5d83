using HomeDash.Procedures;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace HomeDash.Http;

/// <summary>Reads the JSON body of a POST, and no more of it than the limit.</summary>
internal static class RequestBody
{
    /// <summary>The most that a body may be, in bytes.</summary>
    private const int Limit = 4 * 1024 * 1024;

    /// <summary>The body; empty when there is none.</summary>
    public static async ValueTask<(ReadOnlyMemory<byte> Body, ProcedureError? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // Also what keeps forms of other sites out: a page cannot send JSON elsewhere without being asked about first.
        if (!IsJson(request))
        {
            return (default, new(ProcedureErrorCode.UnsupportedMediaType, ErrorReason.InvalidInput,
                "Send the input as UTF-8 with 'Content-Type: application/json', not compressed."));
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = Limit;
        }

        try
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
            return (body.GetBuffer().AsMemory(0, (int)body.Length), null);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (default, new(ProcedureErrorCode.PayloadTooLarge, ErrorReason.TooLarge, $"The input may be at most {Limit} bytes long. Send less at once."));
        }
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.Count == 0;
}
