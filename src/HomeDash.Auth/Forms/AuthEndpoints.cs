using HomeDash.Procedures;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace HomeDash.Auth;

/// <summary>Where the forms of the sign-in pages are posted to: a circuit cannot set cookies.</summary>
internal static class AuthEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var forms = endpoints.MapGroup("/auth").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription()
            .WithMetadata(new RequestSizeLimitAttribute(AccountForm.LargestBody));
        forms.MapPost("/sign-in", SignInAsync);
        forms.MapPost("/sign-out", SignOutAsync);
        forms.MapPost("/setup", SetUpAsync);
        forms.MapPost("/change-password", ChangePasswordAsync);
        forms.MapPost("/accept-invite", AcceptInviteAsync);
    }

    private static async Task<IResult> SignInAsync(HttpContext context, IAntiforgery antiforgery, AttemptLimiter limiter, Sessions sessions)
    {
        if (await AccountForm.ReadAsync(context, antiforgery).ConfigureAwait(false) is not { } form)
        {
            return AccountForm.Back(AuthPages.SignIn, "expired");
        }

        if (!limiter.Allows(AddressOf(context), form.Name))
        {
            return AccountForm.Back(AuthPages.SignIn, "limited", form);
        }

        var attempt = await sessions.SignInAsync(form.Name, new(form.Password), context.RequestAborted).ConfigureAwait(false);
        if (attempt.Principal is null)
        {
            return AccountForm.Back(AuthPages.SignIn, attempt.IsLocked ? "locked" : "wrong", form);
        }

        await context.SignInAsync(AuthSchemes.Cookie, attempt.Principal, new() { IsPersistent = true }).ConfigureAwait(false);
        return AccountForm.On(form.ReturnUrl);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (await AccountForm.ReadAsync(context, antiforgery).ConfigureAwait(false) is null)
        {
            return AccountForm.Back("/", "expired");
        }

        await context.SignOutAsync(AuthSchemes.Cookie).ConfigureAwait(false);
        return AccountForm.On(AuthPages.SignIn);
    }

    private static async Task<IResult> SetUpAsync(HttpContext context, IAntiforgery antiforgery, AttemptLimiter limiter, Accounts accounts, Sessions sessions)
    {
        if (await AccountForm.ReadAsync(context, antiforgery).ConfigureAwait(false) is not { } form)
        {
            return AccountForm.Back(AuthPages.Setup, "expired");
        }

        if (!limiter.Allows(AddressOf(context), form.Name))
        {
            return AccountForm.Back(AuthPages.Setup, "limited", form);
        }

        try
        {
            await accounts.CreateFirstAsync(form.Name, new(form.Password), context.RequestAborted).ConfigureAwait(false);
        }
        catch (ProcedureException refused) when (refused.Error.Reason == ErrorReason.InvalidInput)
        {
            return AccountForm.Back(AuthPages.Setup, "invalid", form);
        }
        catch (ProcedureException refused) when (refused.Error.Reason == ErrorReason.AlreadyExists)
        {
            return AccountForm.Back(AuthPages.SignIn, "exists");
        }

        var attempt = await sessions.SignInAsync(form.Name, new(form.Password), context.RequestAborted).ConfigureAwait(false);
        if (attempt.Principal is { } principal)
        {
            await context.SignInAsync(AuthSchemes.Cookie, principal, new() { IsPersistent = true }).ConfigureAwait(false);
        }

        return AccountForm.On(form.ReturnUrl);
    }

    /// <summary>Makes the account of whoever holds an invite, and signs them in. Tries count by address and invite, so that nobody guesses one.</summary>
    private static async Task<IResult> AcceptInviteAsync(HttpContext context, IAntiforgery antiforgery, AttemptLimiter limiter, Invitations invitations, Sessions sessions)
    {
        if (await AccountForm.ReadAsync(context, antiforgery).ConfigureAwait(false) is not { } form)
        {
            return AccountForm.Back(AuthPages.SignIn, "expired");
        }

        var page = $"{AuthPages.Invite}/{Uri.EscapeDataString(form.Invite)}";
        if (!limiter.Allows(AddressOf(context), form.Invite))
        {
            return AccountForm.Back(page, "limited", form);
        }

        try
        {
            var user = await invitations.AcceptAsync(form.Invite, form.Name, new(form.Password), context.RequestAborted).ConfigureAwait(false);
            if (await sessions.OpenAsync(user, context.RequestAborted).ConfigureAwait(false) is { } principal)
            {
                await context.SignInAsync(AuthSchemes.Cookie, principal, new() { IsPersistent = true }).ConfigureAwait(false);
            }

            return AccountForm.On("/");
        }
        catch (ProcedureException refused)
        {
            return AccountForm.Back(page, refused.Error.Reason switch
            {
                ErrorReason.InvalidInput => "invalid",
                ErrorReason.AlreadyExists => "taken",
                _ => "gone",
            }, form);
        }
    }

    /// <summary>Changes one's own password by the same procedure as everywhere, and goes on with a new session in place of the one that it ended.</summary>
    private static async Task<IResult> ChangePasswordAsync(HttpContext context, IAntiforgery antiforgery, HomeDashCaller calls, Sessions sessions)
    {
        if (await AccountForm.ReadAsync(context, antiforgery).ConfigureAwait(false) is not { } form)
        {
            return AccountForm.Back(AuthPages.Account, "expired");
        }

        try
        {
            var user = await calls.User.ChangePasswordAsync(new(form.Password), new(form.Current), cancellationToken: context.RequestAborted).ConfigureAwait(false);
            if (await sessions.OpenAsync(user, context.RequestAborted).ConfigureAwait(false) is { } principal)
            {
                await context.SignInAsync(AuthSchemes.Cookie, principal, new() { IsPersistent = true }).ConfigureAwait(false);
            }

            return AccountForm.On(AuthPages.PasswordChanged);
        }
        catch (ProcedureException refused)
        {
            return AccountForm.Back(AuthPages.Account, refused.Error switch
            {
                { Reason: ErrorReason.TooManyCalls } => "locked",
                { Problems: [{ Path: "current" }] } => "wrong",
                { Problems.Count: > 0 } => "invalid",
                _ => "refused",
            });
        }
    }

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
