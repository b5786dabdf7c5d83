using Microsoft.AspNetCore.Http;

namespace HomeDash.Mcp;

/// <summary>Sends a JSON-RPC response as plain JSON.</summary>
internal static class Reply
{
    public static async Task WriteAsync(HttpResponse response, string idJson, McpAnswer answer, CancellationToken cancellationToken)
    {
        response.ContentType = "application/json";
        response.Headers.CacheControl = "no-store";
        JsonRpc.WriteResponse(response.BodyWriter, idJson, answer);
        await response.BodyWriter.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
