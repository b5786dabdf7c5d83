using System.Net;
using System.Text;
using HomeDash.Procedures;
using HomeDash.Storage;
using HomeDash.Testing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HomeDash.Auth.Tests;

/// <summary>
/// A real server with sign-in, a few pages and an API that says who is calling.
/// </summary>
internal sealed class AuthHouse : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly WebApplication app;

    private AuthHouse(TestDatabase database, WebApplication app, Clock clock, LogLines log) =>
        (this.database, this.app, Clock, Log) = (database, app, clock, log);

    public Clock Clock { get; }

    public LogLines Log { get; }

    public IServiceProvider Services => app.Services;

    public Accounts Accounts => Services.GetRequiredService<Accounts>();

    public static async Task<AuthHouse> StartAsync(Dialect dialect, CancellationToken cancellationToken)
    {
        var database = await TestDatabase.CreateAsync(dialect, cancellationToken);
        var clock = new Clock();
        var log = new LogLines();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddHomeDashStorage(database.Options);
        builder.Services.AddHomeDash();
        builder.Services.AddHomeDashAuth();
        builder.Services.AddScoped<AuthenticationStateProvider, ServerAuthenticationStateProvider>();

        var app = builder.Build();
        app.UseHomeDashAuth();
        app.MapHomeDashAuth();
        foreach (var page in new[] { "/", "/apps", AuthPages.SignIn, AuthPages.Setup, AuthPages.Account })
        {
            app.MapGet(page, (HttpContext context, IAntiforgery antiforgery) => antiforgery.GetAndStoreTokens(context).RequestToken)
                .WithMetadata(new ComponentTypeMetadata(typeof(AuthHouse)));
        }

        app.MapGet(AuthPages.Invite + "/{invite}", (HttpContext context, IAntiforgery antiforgery) => antiforgery.GetAndStoreTokens(context).RequestToken)
            .AllowAnonymous().WithMetadata(new ComponentTypeMetadata(typeof(AuthHouse)), new ExcludeFromInteractiveRoutingAttribute());
        app.MapGet("/boards/{board}", (string board) => board).AllowAnonymous().WithMetadata(new ComponentTypeMetadata(typeof(AuthHouse)));
        app.MapGet("/api/who", async (ICallerSource source, CancellationToken cancellation) =>
            await source.GetAsync(cancellation) is { SignedIn: true } caller
                ? Results.Json(new Who(caller.Name, caller.KeyId, caller.ReadOnly, caller.IsAdministrator, [.. caller.Permissions.Order()]))
                : Results.Unauthorized());
        app.MapGet("/api/closed", [Authorize] () => "open");

        await app.Services.GetRequiredService<HouseStartup>().MigrateAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        return new(database, app, clock, log);
    }

    /// <summary>A browser with cookies of its own, which does not follow redirects.</summary>
    public Browser Open() => new(new Uri(app.Urls.First()));

    /// <summary>Makes a user without a form.</summary>
    public async Task<User> AddUserAsync(string name, string password, bool administrator, CancellationToken cancellationToken)
    {
        await Services.GetRequiredService<HouseWork>().WriteAsync(
            async services =>
            {
                var user = new User(services.GetRequiredService<Ids>().New(), name, administrator, Disabled: false, DateTimeOffset.UnixEpoch);
                await services.GetRequiredService<UserStore>().AddAsync(user, cancellationToken);
                await services.GetRequiredService<ICredentials>().SetPasswordAsync(user.Id, new(password), cancellationToken);
                return user;
            },
            cancellationToken);
        return (await Accounts.FindByNameAsync(name, cancellationToken))!;
    }

    /// <summary>Runs a change of the house's data.</summary>
    public Task ChangeAsync(Func<IServiceProvider, Task> change, CancellationToken cancellationToken) =>
        Services.GetRequiredService<HouseWork>().WriteAsync(
            async services =>
            {
                await change(services);
                return true;
            },
            cancellationToken);

    /// <summary>Calls through the pipeline, with JSON, as a user with the rights of this moment.</summary>
    /// <param name="name">The user; null for HomeDash itself.</param>
    /// <param name="path">What is called.</param>
    /// <param name="input">One JSON object.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<ProcedureOutcome> CallAsync(string? name, string path, string input, CancellationToken cancellationToken)
    {
        var caller = Caller.House;
        if (name is not null)
        {
            var user = (await Accounts.FindByNameAsync(name, cancellationToken))!;
            var rights = (await Accounts.RightsAsync(user.Id, cancellationToken))!;
            caller = new(user.Id, user.Name) { Permissions = rights.Permissions, Grants = rights.Grants };
        }

        return await Services.GetRequiredService<ProcedureCaller>().CallAsync(path, Encoding.UTF8.GetBytes(input), new(caller, "test"), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }
}

/// <summary>Who the API says is calling.</summary>
internal sealed record Who(string Name, string? KeyId, bool ReadOnly, bool Administrator, string[] Permissions);

/// <summary>An HTTP client like a browser.</summary>
internal sealed class Browser(Uri address) : IDisposable
{
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };

    /// <summary>Posts a form from its page, with the page's antiforgery token.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string action, CancellationToken cancellationToken, params (string Name, string Value)[] fields)
    {
        var token = await Http.GetStringAsync(page, cancellationToken);
        return await Http.PostAsync(action, Form([.. fields, ("__RequestVerificationToken", token)]), cancellationToken);
    }

    public Task<HttpResponseMessage> SignInAsync(string name, string password, CancellationToken cancellationToken, string returnUrl = "/") =>
        PostAsync(AuthPages.SignIn, "/auth/sign-in", cancellationToken, ("name", name), ("password", password), ("returnUrl", returnUrl));

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    public void Dispose() => Http.Dispose();
}
