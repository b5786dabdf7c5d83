using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace HomeDash.Auth;

/// <summary>Lets nobody see a page of the dashboard before there is a user, or without being one unless the page is for everybody.</summary>
internal sealed class PageGate(RequestDelegate next, Accounts accounts)
{
    /// <summary>Never goes back to false: the last administrator cannot be taken away.</summary>
    private volatile bool isSetUp;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
            && await ElsewhereAsync(context).ConfigureAwait(false) is { } elsewhere)
        {
            context.Response.Redirect(elsewhere);
            return;
        }

        await next(context).ConfigureAwait(false);
    }

    private async Task<string?> ElsewhereAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (!isSetUp && !(isSetUp = await accounts.AnyAsync(context.RequestAborted).ConfigureAwait(false)))
        {
            return path == AuthPages.Setup ? null : AuthPages.Setup;
        }

        return path == AuthPages.Setup ? "/"
            : context.User.Identity?.IsAuthenticated is true || await IsOpenAsync(context).ConfigureAwait(false) ? null
            : SignInWithReturn(context.Request);
    }

    /// <summary>
    /// Whether a page says of itself that everybody may see it: what is on it, it asks for as whoever looks. A live page,
    /// which takes a connection, is open only while there is anything for guests to see.
    /// </summary>
    private async Task<bool> IsOpenAsync(HttpContext context)
    {
        var page = context.GetEndpoint()?.Metadata;
        return context.Request.Path == AuthPages.SignIn
            || (page?.GetMetadata<IAllowAnonymous>() is not null
                && (page.GetMetadata<ExcludeFromInteractiveRoutingAttribute>() is not null
                    || (await accounts.GuestAsync(context.RequestAborted).ConfigureAwait(false)).Permissions.Count > 0));
    }

    /// <summary>The sign-in page, from which a person comes back to where they wanted to go.</summary>
    public static string SignInWithReturn(HttpRequest request)
    {
        var wanted = LocalUrl.OrHome(request.PathBase + request.Path + request.QueryString);
        return wanted == "/" ? AuthPages.SignIn : AuthPages.SignIn + new QueryBuilder { { "returnUrl", wanted } };
    }
}
