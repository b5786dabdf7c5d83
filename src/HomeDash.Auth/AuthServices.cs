using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Auth;

/// <summary>Registers sign-in: who is calling, on every surface.</summary>
public static class AuthServices
{
    private static readonly TimeSpan SessionLength = TimeSpan.FromDays(30);

    /// <summary>Adds passwords, sessions, API keys, secret paths, and the <see cref="ICallerSource"/> of requests and circuits. Comes after <see cref="HouseServices.AddHomeDash"/>, whose tables it refers to.</summary>
    public static IServiceCollection AddHomeDashAuth(this IServiceCollection services)
    {
        services.AddHomeDashCredentials();
        services.AddSingleton<Sessions>();
        services.AddSingleton<AttemptLimiter>();
        services.AddSingleton(provider => new CallerFactory(provider.GetRequiredService<Accounts>(), provider.GetRequiredService<Sessions>()));
        services.AddHttpContextAccessor();
        services.AddSingleton<IHttpContextFactory, SecretPathContextFactory>();
        services.AddScoped<CircuitPresence>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitPresence>());
        services.AddScoped<ICallerSource, WebCallerSource>();

        services.AddAntiforgery();
        services.AddAuthorization();
        services.AddAuthentication(AuthSchemes.Any)
            .AddPolicyScheme(AuthSchemes.Any, null, options =>
                options.ForwardDefaultSelector = context => SecretPathHandler.Speaks(context) ? AuthSchemes.SecretPath
                    : ApiKeyHandler.Speaks(context.Request) ? AuthSchemes.ApiKey
                    : AuthSchemes.Cookie)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(AuthSchemes.ApiKey, null)
            .AddScheme<AuthenticationSchemeOptions, SecretPathHandler>(AuthSchemes.SecretPath, null)
            .AddCookie(AuthSchemes.Cookie, SetUpCookie);
        return services;
    }

    /// <summary>Adds passwords alone: all that the command line needs to make users.</summary>
    public static IServiceCollection AddHomeDashCredentials(this IServiceCollection services)
    {
        services.AddSingleton(MigrationSet.FromAssembly("auth", typeof(AuthServices).Assembly));
        services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.AddScoped<CredentialStore>();
        services.AddScoped<ICredentials>(provider => provider.GetRequiredService<CredentialStore>());
        services.AddScoped<AttemptStore>();
        services.AddSingleton<PasswordChecks>();
        return services;
    }

    /// <summary>Finds out who is calling, and keeps the pages of the dashboard to those who are signed in. Comes after routing.</summary>
    public static IApplicationBuilder UseHomeDashAuth(this IApplicationBuilder app) =>
        app.UseAuthentication().UseMiddleware<PageGate>().UseAuthorization();

    /// <summary>Maps what the forms post to: <c>/auth/sign-in</c>, <c>/auth/sign-out</c>, <c>/auth/setup</c>, <c>/auth/change-password</c>, <c>/auth/accept-invite</c>.</summary>
    public static IEndpointRouteBuilder MapHomeDashAuth(this IEndpointRouteBuilder endpoints)
    {
        AuthEndpoints.Map(endpoints);
        return endpoints;
    }

    private static void SetUpCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "homedash.session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = SessionLength;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = async context =>
        {
            var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
            if (!await sessions.IsCurrentAsync(context.Principal!, context.HttpContext.RequestAborted).ConfigureAwait(false))
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(AuthSchemes.Cookie).ConfigureAwait(false);
            }
        };
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized, PageGate.SignInWithReturn(context.Request));
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden, "/");
    }

    /// <summary>Programs get the status; people are led to a page.</summary>
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status, string page)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(page);
        }

        return Task.CompletedTask;
    }
}
