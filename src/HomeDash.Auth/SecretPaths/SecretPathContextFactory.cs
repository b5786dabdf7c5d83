using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace HomeDash.Auth;

/// <summary>
/// Makes the context of each request without the secret of its path. The host logs and traces a request before any
/// middleware sees it, so this is the only place that comes before.
/// </summary>
internal sealed class SecretPathContextFactory(IServiceProvider services) : IHttpContextFactory
{
    private readonly DefaultHttpContextFactory contexts = new(services);

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        SecretPathFeature.TakeOut(featureCollection);
        return contexts.Create(featureCollection);
    }

    public void Dispose(HttpContext httpContext) => contexts.Dispose(httpContext);
}
