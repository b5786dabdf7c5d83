using System.Globalization;
using System.Net.Sockets;
using HomeDash.Auth;
using HomeDash.Components;
using HomeDash.Demo;
using HomeDash.Http;
using HomeDash.Mcp;
using HomeDash.Procedures;
using HomeDash.Web.Hosting;

namespace HomeDash.Web.Commands;

/// <summary><c>homedash</c> without a verb: the dashboard, the MCP endpoint, tRPC and REST.</summary>
internal static class ServeCommand
{
    private const string DefaultUrls = "http://127.0.0.1:7575";

    /// <summary>Serves the house of the data folder.</summary>
    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var app = Build(DataFolder.Prepare());
        await app.Services.GetRequiredService<HouseStartup>().InitializeAsync(cancellationToken);
        return await ServeAsync(app, () => Welcome.PrintAsync(app, cancellationToken), cancellationToken);
    }

    /// <summary>Serves the demo house, in a data folder of its own.</summary>
    public static async Task<int> RunDemoAsync(CancellationToken cancellationToken)
    {
        await using var app = Build(DataFolder.Prepare("homedash-demo"), services => services.AddDemoHouse());
        await app.Services.GetRequiredService<HouseStartup>().InitializeAsync(cancellationToken, environment: false);
        var tenant = await app.Services.GetRequiredService<DemoHouse>().MoveInAsync(cancellationToken);
        return await ServeAsync(
            app,
            () =>
            {
                Welcome.PrintDemo(app, tenant);
                return Task.CompletedTask;
            },
            cancellationToken);
    }

    private static async Task<int> ServeAsync(WebApplication app, Func<Task> welcome, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new StartupFailure($"Cannot listen on {Urls}: {exception.InnerException.Message}. End what listens there, or name another address in HOMEDASH_URLS.");
        }

        await welcome();
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    /// <summary>Where it listens: addresses separated by semicolons or commas.</summary>
    public static string Urls => Environment.GetEnvironmentVariable("HOMEDASH_URLS") is { Length: > 0 } urls ? urls : DefaultUrls;

    private static WebApplication Build(string dataFolder, Action<IServiceCollection>? more = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(Urls.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.WebHost.UseStaticWebAssets();
        // What the framework says of itself drowns what HomeDash says; the address is printed by Welcome.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // This one only tells of requests as they come and go, and where it may speak, each of them costs a scope and an activity.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(10));

        builder.Services.AddHouse(dataFolder);
        more?.Invoke(builder.Services);
        builder.Services.AddHomeDashAuth();
        builder.Services.AddHomeDashMcp().Configure<McpOptions>(AllowHosts);
        builder.Services.AddHomeDashHttp().Configure<AnswerOptions>(LimitAnswers);
        builder.Services.AddDashboard();

        var app = builder.Build();
        app.UseWhen(IsForAPerson, people => people.UseStatusCodePagesWithReExecute("/not-found"));
        app.UseRouting();
        app.UseHomeDashAuth();
        app.UseAntiforgery();
        app.MapHomeDashAuth();
        app.MapHomeDashMcp();
        app.MapHomeDashHttp();
        app.MapHomeDashIcons();
        app.MapDashboard();
        app.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous();
        return app;
    }

    /// <summary>People get a page for an address that does not exist; programs get the status alone, whatever their method.</summary>
    private static bool IsForAPerson(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && !context.Request.Path.StartsWithSegments("/api")
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static void AllowHosts(McpOptions options)
    {
        foreach (var host in Environment.GetEnvironmentVariable("HOMEDASH_HOSTS")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            options.Hosts.Add(host);
        }
    }

    private static void LimitAnswers(AnswerOptions options)
    {
        if (Environment.GetEnvironmentVariable("HOMEDASH_ANSWER_BYTES") is { Length: > 0 } text)
        {
            options.Budget = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes >= 1024
                ? bytes
                : throw new StartupFailure($"HOMEDASH_ANSWER_BYTES is '{text}'. Give a whole number of bytes, at least 1024.");
        }
    }
}
