using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace HomeDash.Auth;

/// <summary>A form that a person posted to sign in, to set HomeDash up, to accept an invite, or to change the password.</summary>
/// <param name="Name">The field <c>name</c>.</param>
/// <param name="Password">The field <c>password</c>, as it was typed.</param>
/// <param name="Current">The field <c>current</c>, as it was typed.</param>
/// <param name="ReturnUrl">The field <c>returnUrl</c>, made local.</param>
/// <param name="Invite">The field <c>invite</c>, when an invite is accepted.</param>
internal sealed record AccountForm(string Name, string Password, string Current, string ReturnUrl, string Invite)
{
    /// <summary>Largest body that is read, in bytes.</summary>
    public const int LargestBody = 16 * 1024;

    /// <summary>Reads the form; null when it does not come from our own page or the page has grown old.</summary>
    public static async Task<AccountForm?> ReadAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context).ConfigureAwait(false))
        {
            return null;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        return new(form["name"].ToString().Trim(), form["password"].ToString(), form["current"].ToString(), LocalUrl.OrHome(form["returnUrl"]), form["invite"].ToString());
    }

    /// <summary>Leads back to a page with what went wrong in the query. The password never goes along.</summary>
    /// <param name="page">The page of the form.</param>
    /// <param name="error">A word for the page to explain.</param>
    /// <param name="form">What was typed; null when it could not be read.</param>
    public static IResult Back(string page, string error, AccountForm? form = null)
    {
        var query = new QueryBuilder { { "error", error } };
        if (form is not null)
        {
            query.Add("name", form.Name.Length > 64 ? form.Name[..64] : form.Name);
            query.Add("returnUrl", form.ReturnUrl);
        }

        // 303: a browser follows with GET (RFC 9110, 15.4.4), whatever the method was.
        return new SeeOther(page + query);
    }

    /// <summary>Leads on to where the person wanted to go.</summary>
    public static IResult On(string url) => new SeeOther(url);

    private sealed class SeeOther(string location) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = location;
            return Task.CompletedTask;
        }
    }
}
