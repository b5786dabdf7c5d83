using System.Text;
using Dapper;
using HomeDash.Auth;
using HomeDash.Http;
using HomeDash.Mcp;
using HomeDash.Procedures;
using HomeDash.Procedures.Fixture;
using HomeDash.Storage;
using HomeDash.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HomeDash.Fuzz;

/// <summary>HomeDash in this process, on a port of its own: the real domain on SQLite, the fixture, sign-in and every JSON surface.</summary>
public sealed class FuzzHouse : IAsyncDisposable
{
    private readonly TestFolder folder;
    private readonly WebApplication app;

    private FuzzHouse(TestFolder folder, WebApplication app, FaultLog faults) => (this.folder, this.app, Faults) = (folder, app, faults);

    /// <summary>What HomeDash itself logged as an error.</summary>
    public FaultLog Faults { get; }

    /// <summary>Where it is.</summary>
    public Uri Url => new(app.Urls.Single());

    /// <summary>An administrator's key.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What can be called.</summary>
    public ProcedureCatalog Catalog => app.Services.GetRequiredService<ProcedureCatalog>();

    /// <summary>Starts it on a new database, with an administrator, a key and one app.</summary>
    public static async Task<FuzzHouse> StartAsync(CancellationToken cancellationToken)
    {
        var folder = new TestFolder();
        var faults = new FaultLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(faults).SetMinimumLevel(LogLevel.Error);
        builder.Services.AddHomeDashStorage(new() { DataFolder = folder["data"] }).AddHomeDash().AddHomeDashAuth().AddHomeDashMcp().AddHomeDashHttp().AddFixture();
        var app = builder.Build();
        app.UseRouting();
        app.UseHomeDashAuth();
        app.MapHomeDashMcp();
        app.MapHomeDashHttp();
        var house = new FuzzHouse(folder, app, faults);
        await app.Services.GetRequiredService<HouseStartup>().MigrateAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        await house.CallAsync("user.create", """{"name":"ada","password":"correct horse battery","administrator":true}""", cancellationToken);
        await house.FurnishAsync(cancellationToken);
        var made = await house.CallAsync("apiKeys.create", """{"name":"fuzz","user":"ada"}""", cancellationToken);
        house.Key = ((ProcedureOutcome.Completed<NewApiKey>)made).Value.Token.Reveal();
        return house;
    }

    /// <summary>Makes apps and groups anew: those that the run has added would slow it down for ever.</summary>
    public async Task FurnishAsync(CancellationToken cancellationToken)
    {
        await app.Services.GetRequiredService<HouseWork>().WriteAsync(
            async services => await (await services.GetRequiredService<HouseData>().ConnectionAsync(cancellationToken)).ExecuteAsync(
                "DELETE FROM apps; DELETE FROM user_groups WHERE id NOT IN ('administrators', 'everyone')"),
            cancellationToken);
        await CallAsync("app.create", """{"name":"grafana","href":"http://nas:3000"}""", cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        folder.Dispose();
    }

    private async Task<ProcedureOutcome> CallAsync(string path, string input, CancellationToken cancellationToken)
    {
        var outcome = await app.Services.GetRequiredService<ProcedureCaller>().CallAsync(path, Encoding.UTF8.GetBytes(input), new(Caller.House, "fuzz"), cancellationToken);
        return outcome is ProcedureOutcome.Completed ? outcome : throw new InvalidOperationException($"{path}: {outcome}");
    }
}
