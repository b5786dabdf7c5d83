using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace HomeDash.Mcp;

/// <summary>The headers of an answer that is sent as events, so that nothing on its way holds them back.</summary>
internal static class EventStream
{
    public static void Begin(HttpContext http)
    {
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var headers = http.Response.Headers;
        http.Response.ContentType = "text/event-stream";
        headers.CacheControl = "no-cache, no-store";
        headers.ContentEncoding = "identity";
        headers["X-Accel-Buffering"] = "no";
    }
}
