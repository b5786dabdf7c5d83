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

/// <summary>Every procedure of the demo house answers as its output schema says.</summary>
public sealed partial class DemoHouseTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private readonly Dictionary<string, JsonNode> answers = [];
    private readonly ConcurrentQueue<string> writes = [];
    private IHost? host;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ProcedureCaller Calls => host!.Services.GetRequiredService<ProcedureCaller>();

    public async ValueTask InitializeAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddHomeDashStorage(new() { DataFolder = folder["data"] }).AddHomeDash().AddDemoHouse();
        RecordWrites(builder.Services);
        builder.Services.AddSingleton<ICredentials, AnyPassword>();
        builder.Services.AddSingleton<IClientSessions, OneConnectedClient>();
        builder.Services.AddScoped<ICallerSource, HouseCallerSource>();
        host = builder.Build();
        await host.Services.GetRequiredService<HouseStartup>().InitializeAsync(Cancellation, environment: false);
        await host.Services.GetRequiredService<DemoHouse>().MoveInAsync(Cancellation);
    }

    public ValueTask DisposeAsync()
    {
        host?.Dispose();
        folder.Dispose();
        return default;
    }

    [Fact]
    public void Every_procedure_is_there_and_is_called()
    {
        var catalog = host!.Services.GetRequiredService<ProcedureCatalog>();

        Assert.Empty(catalog.Procedures.Where(procedure => catalog.WhyNotAvailable(procedure.Definition) is not null).Select(procedure => procedure.Definition.Path));
        Assert.Equal(catalog.Procedures.Select(procedure => procedure.Definition.Path).Order(StringComparer.Ordinal), DemoCalls.All.Select(call => call.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_query_and_no_subscription_writes_to_a_service()
    {
        var catalog = host!.Services.GetRequiredService<ProcedureCatalog>();
        foreach (var call in DemoCalls.All)
        {
            var kind = catalog.Find(call.Path)!.Definition.Kind;
            var before = writes.Count;
            answers[call.Path] = kind == ProcedureKind.Subscription ? await FirstItemAsync(call) : await AnswerAsync(call);
            if (kind != ProcedureKind.Mutation && call.While is null)
            {
                Assert.True(before == writes.Count, $"{call.Path} wrote: {writes.LastOrDefault()}");
            }
        }

        // The recorder works: what mutations wrote is there.
        Assert.Contains("IContainerEngine.RestartAsync", writes);
    }

    [Fact]
    public async Task Every_answer_is_as_its_schema_says()
    {
        NodeClients.SkipUnlessInstalled();
        var catalog = host!.Services.GetRequiredService<ProcedureCatalog>();
        var lines = new List<string>();
        foreach (var call in DemoCalls.All)
        {
            var definition = catalog.Find(call.Path)!.Definition;
            var answer = definition.Kind == ProcedureKind.Subscription ? await FirstItemAsync(call) : await AnswerAsync(call);
            answers[call.Path] = answer;
            lines.Add(new JsonObject
            {
                ["name"] = call.Path,
                ["schema"] = JsonNode.Parse(definition.OutputSchema!),
                ["values"] = new JsonArray(new JsonObject { ["value"] = answer.DeepClone(), ["valid"] = true }),
            }.ToJsonString());
        }

        await File.WriteAllLinesAsync(folder["answers.ndjson"], lines, Cancellation);
        var (code, output, errors) = await NodeClients.RunAsync("validate.mjs", [folder["answers.ndjson"]], Cancellation);

        Assert.Equal("", output + errors);
        Assert.Equal(0, code);
    }

    private void RecordWrites(IServiceCollection services)
    {
        foreach (var registered in services.Where(service => service.ServiceType == typeof(IIntegrationKind)).ToArray())
        {
            services.Remove(registered);
            services.AddSingleton<IIntegrationKind>(provider => new RecordedKind((IIntegrationKind)ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!), writes));
        }
    }

    private async Task<JsonNode> AnswerAsync(DemoCall call)
    {
        var outcome = await Calls.CallAsync(call.Path, Filled(call.Input), new(Caller.House, "test") { WaitsToTheEnd = true }, Cancellation);
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
            await AnswerAsync(meanwhile);
        }

        Assert.True(await first, $"{call.Path} ended without an item.");
        return Written(items.Current);
    }

    private byte[] Filled(string input) => Encoding.UTF8.GetBytes(Placeholder().Replace(input, match =>
    {
        var words = match.Groups[1].Value.Split('.');
        return words.Skip(2).Aggregate(answers[$"{words[0]}.{words[1]}"], (node, word) => int.TryParse(word, out var index) ? node[index]! : node[word]!).ToString();
    }));

    private static JsonNode Written(Action<Utf8JsonWriter> write)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            write(writer);
        }

        return JsonNode.Parse(json.WrittenSpan)!;
    }

    [GeneratedRegex(@"\{(\w+\.\w+\.[\w.]+)\}")]
    private static partial Regex Placeholder();

    private sealed class AnyPassword : ICredentials
    {
        public Task SetPasswordAsync(string userId, Secret password, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<PasswordCheck> CheckPasswordAsync(Caller caller, Secret password, CancellationToken cancellationToken) => Task.FromResult(PasswordCheck.Right);
    }
}
