using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HomeDash.Demo;
using HomeDash.Procedures;
using HomeDash.Storage;
using HomeDash.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HomeDash.Contract.Tests;

/// <summary>A demo house whose services remember what was written to them.</summary>
internal sealed partial class DemoHost : IAsyncDisposable
{
    private readonly TestFolder folder;
    private readonly IHost host;
    private readonly HashSet<DemoCall> held = [];

    private DemoHost(TestFolder folder, IHost host, ConcurrentQueue<string> writes) => (this.folder, this.host, Writes) = (folder, host, writes);

    /// <summary>The calls that wrote to a service, in their order.</summary>
    public ConcurrentQueue<string> Writes { get; }

    /// <summary>What was answered until now, by path.</summary>
    public Dictionary<string, JsonNode> Answers { get; } = [];

    public TestFolder Folder => folder;

    public IServiceProvider Services => host.Services;

    public ProcedureCatalog Catalog => host.Services.GetRequiredService<ProcedureCatalog>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ProcedureCaller Calls => host.Services.GetRequiredService<ProcedureCaller>();

    public static async Task<DemoHost> StartAsync()
    {
        var (folder, writes) = (new TestFolder(), new ConcurrentQueue<string>());
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddHomeDashStorage(new() { DataFolder = folder["data"] }).AddHomeDash().AddDemoHouse();
        RecordWrites(builder.Services, writes);
        builder.Services.AddSingleton<ICredentials, AnyPassword>();
        builder.Services.AddSingleton<IClientSessions, OneConnectedClient>();
        builder.Services.AddScoped<ICallerSource, HouseCallerSource>();
        var host = builder.Build();
        await host.Services.GetRequiredService<HouseStartup>().InitializeAsync(Cancellation, environment: false);
        await host.Services.GetRequiredService<DemoHouse>().MoveInAsync(Cancellation);
        return new(folder, host, writes);
    }

    public async ValueTask<ProcedureOutcome> CallAsync(DemoCall call, bool dryRun = false)
    {
        await PrepareAsync(call);
        return await Calls.CallAsync(call.Path, Filled(call.Input), new(Caller.House, "dashboard") { WaitsToTheEnd = true, DryRun = dryRun }, Cancellation);
    }

    /// <summary>Does once what has to come before a call.</summary>
    public async ValueTask PrepareAsync(DemoCall call)
    {
        if (call.Held is { } before && held.Add(call))
        {
            var waits = Assert.IsType<ProcedureOutcome.AwaitsApproval>(await Calls.CallAsync(before.Path, Filled(before.Input), new(Caller.House, "mcp"), Cancellation));
            Answers["held.call"] = new JsonObject { ["id"] = waits.ApprovalId };
        }
    }

    /// <summary>Calls, and remembers the answer for later calls.</summary>
    public async Task<JsonNode> AnswerAsync(DemoCall call) =>
        Answers[call.Path] = Catalog.Find(call.Path)!.Definition.Kind == ProcedureKind.Subscription ? await FirstItemAsync(call) : await ResultAsync(call);

    public ValueTask DisposeAsync()
    {
        host.Dispose();
        folder.Dispose();
        return default;
    }

    public static JsonNode Written(Action<Utf8JsonWriter> write)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            write(writer);
        }

        return JsonNode.Parse(json.WrittenSpan)!;
    }

    private static void RecordWrites(IServiceCollection services, ConcurrentQueue<string> writes)
    {
        foreach (var registered in services.Where(service => service.ServiceType == typeof(IIntegrationKind)).ToArray())
        {
            services.Remove(registered);
            services.AddSingleton<IIntegrationKind>(provider => new RecordedKind((IIntegrationKind)ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!), writes));
        }
    }

    private async Task<JsonNode> ResultAsync(DemoCall call)
    {
        var outcome = await CallAsync(call);
        var completed = outcome as ProcedureOutcome.Completed;
        Assert.True(completed is { AllTargetsFailed: false }, $"{call.Path}: {outcome}");
        return Written(completed.Write);
    }

    private async Task<JsonNode> FirstItemAsync(DemoCall call)
    {
        await using var stream = await Calls.OpenAsync(call.Path, Filled(call.Input), new(Caller.House, "test"), Cancellation);
        Assert.Null(stream.Refusal);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        await using var items = stream.ReadAsync(patience.Token).GetAsyncEnumerator(patience.Token);
        var first = items.MoveNextAsync();
        if (call.While is { } meanwhile)
        {
            await ResultAsync(meanwhile);
        }

        Assert.True(await first, $"{call.Path} ended without an item.");
        return Written(items.Current);
    }

    private byte[] Filled(string input) => Encoding.UTF8.GetBytes(Placeholder().Replace(input, match =>
    {
        var words = match.Groups[1].Value.Split('.');
        return words.Skip(2).Aggregate(Answers[$"{words[0]}.{words[1]}"], (node, word) => int.TryParse(word, out var index) ? node[index]! : node[word]!).ToString();
    }));

    [GeneratedRegex(@"\{(\w+\.\w+\.[\w.]+)\}")]
    private static partial Regex Placeholder();

    private sealed class AnyPassword : ICredentials
    {
        public Task SetPasswordAsync(string userId, Secret password, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<PasswordCheck> CheckPasswordAsync(Caller caller, Secret password, CancellationToken cancellationToken) => Task.FromResult(PasswordCheck.Right);
    }
}
