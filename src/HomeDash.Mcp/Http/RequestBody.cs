using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Mcp;

/// <summary>Reads the body of a request, and no more of it than the limit.</summary>
internal static class RequestBody
{
    /// <summary>The most that one message may be, in bytes.</summary>
    public const int Limit = 4 * 1024 * 1024;

    /// <summary>The body, or null when there is more than <see cref="Limit"/>: what lies beyond is left unread.</summary>
    /// <exception cref="BadHttpRequestException">The body breaks HTTP, or came too slowly.</exception>
    public static async ValueTask<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Limit)
        {
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.Buffer.Length > Limit)
            {
                request.BodyReader.AdvanceTo(read.Buffer.Start);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
