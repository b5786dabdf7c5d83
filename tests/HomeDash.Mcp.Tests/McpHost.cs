using HomeDash.Procedures;
using HomeDash.Procedures.Fixture;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;

namespace HomeDash.Mcp.Tests;

/// <summary>A real server on a port of its own, with the procedures of <see cref="Lamps"/> and keys that are names of callers.</summary>
internal sealed class McpHost : IAsyncDisposable
{
    public const string Modern = "2026-07-28";

    private readonly WebApplication application;

    private McpHost(WebApplication application, Lamps lamps) => (this.application, Lamps) = (application, lamps);

    public static TheoryData<string> AllVersions => ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", Modern];

    public Lamps Lamps { get; }

    public LogLines Log { get; } = new();

    public IServiceProvider Services => application.Services;

    public Uri Url => new(application.Urls.Single() + "/api/mcp/mcp");

    public HttpClient Http { get; } = new();

    public static async Task<McpHost> StartAsync(Action<IServiceCollection>? more = null, int port = 0)
    {
        var lamps = new Lamps();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Services.AddProcedures().AddHomeDashMcp();
        builder.Services.AddSingleton<IProcedureSource>(lamps);
        builder.Services.AddSingleton<INamespaceAvailability>(lamps.Garden);
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<ICallerSource, KeyedCaller>();
        more?.Invoke(builder.Services);
        var application = builder.Build();
        var host = new McpHost(application, lamps);
        application.Services.GetRequiredService<ILoggerFactory>().AddProvider(host.Log);
        application.MapHomeDashMcp();
        await application.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    public Task<McpClient> ConnectAsync(string? version = null, string key = KeyedCaller.Administrator, McpClientOptions? options = null)
    {
        var transport = new HttpClientTransport(new()
        {
            Endpoint = Url,
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["ApiKey"] = key },
        });
        options ??= new();
        options.ProtocolVersion = version;
        return McpClient.CreateAsync(transport, options, cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>Ends as a process does that is told to.</summary>
    public Task StopAsync() => application.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await application.StopAsync(CancellationToken.None);
        await application.DisposeAsync();
    }
}

/// <summary>The caller whose name is the key of the request.</summary>
internal sealed class KeyedCaller(IHttpContextAccessor http) : ICallerSource
{
    public const string Administrator = "ada";
    public const string Viewer = "bob";

    /// <summary>May see one gadget of the fixture, the lamp.</summary>
    public const string Borrower = "cyd";

    public const string ReadOnlyAdministrator = "eve";

    public string Surface => "mcp";

    public ValueTask<Caller> GetAsync(CancellationToken cancellationToken) => new(http.HttpContext!.Request.Headers["ApiKey"].ToString() switch
    {
        Administrator => new Caller("u1", Administrator) { KeyId = "k1", Permissions = new HashSet<string> { Caller.AdministratorPermission } },
        Borrower => new Caller("u3", Borrower)
        {
            KeyId = "k4", Permissions = new HashSet<string> { FixturePermissions.View },
            Grants = new Dictionary<(string, string), Access> { [("gadget", "g2")] = Access.Use },
        },
        Viewer => new Caller("u2", Viewer) { KeyId = "k2", Permissions = new HashSet<string> { Lamps.View } },
        ReadOnlyAdministrator => new Caller("u1", ReadOnlyAdministrator) { KeyId = "k3", ReadOnly = true, Permissions = new HashSet<string> { Caller.AdministratorPermission } },
        _ => Caller.Nobody,
    });
}

/// <summary>Everything that was logged.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly List<string> lines = [];

    public string Text
    {
        get
        {
            lock (lines)
            {
                return string.Join('\n', lines);
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (lines)
        {
            lines.Add($"{logLevel} {formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}
