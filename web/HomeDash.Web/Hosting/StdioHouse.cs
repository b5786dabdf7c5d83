using HomeDash.Auth;
using HomeDash.Mcp;
using HomeDash.Procedures;
using HomeDash.Web.Commands;

namespace HomeDash.Web.Hosting;

/// <summary>Whom a client on standard input and output acts for.</summary>
/// <param name="Name">The user's name; null for HomeDash itself, as whoever may read the data folder may do everything.</param>
/// <param name="ReadOnly">Whether it may only read.</param>
internal sealed record StdioUser(string? Name, bool ReadOnly)
{
    /// <summary>HomeDash itself.</summary>
    public static StdioUser House { get; } = new(null, false);
}

/// <summary>The whole house in this process, with no door but standard input and output.</summary>
internal sealed class StdioHouse : IAsyncDisposable
{
    private readonly IHost host;
    private readonly StdioServer server;

    private StdioHouse(IHost host, Func<CancellationToken, ValueTask<Caller>> caller, string profile) =>
        (this.host, server) = (host, new(host.Services, caller, Dashboard(), profile));

    /// <summary>Brings the database up to date, connects the services and finds the user.</summary>
    /// <exception cref="StartupFailure">There is no such user, or no such profile.</exception>
    public static async Task<StdioHouse> OpenAsync(StdioUser user, string profile, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddHouse(DataFolder.Prepare());
        builder.Services.AddHomeDashCredentials();
        builder.Services.AddScoped<ICallerSource, HouseCallerSource>();
        builder.Services.AddHomeDashMcp();
        var host = builder.Build();
        await host.Services.GetRequiredService<HouseStartup>().InitializeAsync(cancellationToken);
        var caller = await CallerAsync(host.Services.GetRequiredService<Accounts>(), user, cancellationToken);
        var profiles = host.Services.GetRequiredService<IToolProfiles>();
        if (profiles.Find(profile) is null)
        {
            throw new StartupFailure($"There is no profile '{profile}'. There is {string.Join(", ", profiles.All.Select(known => known.Name))}.");
        }

        await host.StartAsync(cancellationToken);
        return new(host, caller, profile);
    }

    /// <summary>Serves one client until it closes its end.</summary>
    public Task ServeAsync(Stream input, Stream output, CancellationToken cancellationToken) => server.RunAsync(input, output, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }

    private static async Task<Func<CancellationToken, ValueTask<Caller>>> CallerAsync(Accounts accounts, StdioUser user, CancellationToken cancellationToken)
    {
        if (user.Name is null)
        {
            var house = Caller.House with { ReadOnly = user.ReadOnly };
            return _ => new(house);
        }

        var found = await accounts.FindByNameAsync(user.Name, cancellationToken)
            ?? throw new StartupFailure($"There is no user '{user.Name}'. homedash users list shows who there is.");
        // Read anew at each message, as everywhere: what was taken away is gone at the next call.
        return async token => (await accounts.RightsAsync(found.Id, token))?.AsCaller(keyId: null, user.ReadOnly) ?? Caller.Nobody;
    }

    /// <summary>Where a person finds the dashboard when HomeDash is served on this machine.</summary>
    private static Uri Dashboard()
    {
        var address = ServeCommand.Urls.Split([';', ','])[0].Trim().Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal);
        return new(address.TrimEnd('/') + "/");
    }
}
