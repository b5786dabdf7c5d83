using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace HomeDash;

/// <summary>Serves the icons, to everybody: public boards show them too.</summary>
public static class IconEndpoints
{
    /// <summary>No script, no request, no embedding: an SVG that is opened by itself can only be looked at.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    /// <summary>Maps <c>/icons/&lt;set&gt;/&lt;name&gt;.svg</c> and <c>/icons/uploads/&lt;id&gt;.&lt;ending&gt;</c>.</summary>
    public static IEndpointRouteBuilder MapHomeDashIcons(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/icons/{set}/{file}", [HttpMethods.Get, HttpMethods.Head], ServeAsync).AllowAnonymous().ExcludeFromDescription();
        return endpoints;
    }

    private static async Task<IResult> ServeAsync(string set, string file, HttpContext context)
    {
        var (name, ending) = (Path.GetFileNameWithoutExtension(file), Path.GetExtension(file));
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        if (set == IconRouter.Uploads)
        {
            var found = await context.RequestServices.GetRequiredService<HouseWork>()
                .ReadAsync(services => services.GetRequiredService<IconStore>().ContentAsync(name, context.RequestAborted)).ConfigureAwait(false);
            return found is { } upload && ending == $".{IconFile.EndingOf(upload.MediaType)}" ? Picture(upload.Content, upload.MediaType, name, "public, max-age=31536000, immutable") : Results.NotFound();
        }

        var packed = context.RequestServices.GetRequiredService<IconLibrary>().Find(set);
        return ending == ".svg" && packed?.Find(name) is { } icon
            ? Picture(IconDrawing.Draw(icon.Icon, icon.Outline), IconFile.Svg, $"{packed.Version}-{name}", "public, max-age=604800")
            : Results.NotFound();

        IResult Picture(byte[] content, string mediaType, string tag, string caching)
        {
            headers.CacheControl = caching;
            return Results.Bytes(content, mediaType, entityTag: new EntityTagHeaderValue($"\"{tag}\""));
        }
    }
}
