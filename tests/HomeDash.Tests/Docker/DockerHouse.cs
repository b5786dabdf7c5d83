using System.Buffers;
using System.Text;
using System.Text.Json;
using HomeDash.Integrations;
using HomeDash.Procedures;
using HomeDash.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests.Docker;

/// <summary>The namespace docker over the engines of a test, called through its one door. It needs no database.</summary>
internal sealed class DockerHouse(ServiceProvider services) : IAsyncDisposable
{
    public static readonly Caller Admin = Caller.House;

    public IServiceProvider Services => services;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Over engines that the test plays itself.</summary>
    public static Task<DockerHouse> StartAsync(params ScriptedEngine[] engines) =>
        StartAsync(
            collection => collection.AddSingleton<IIntegrationKind>(new ScriptedKind(engines)),
            [.. engines.Select(engine => new Integration($"{engine.Name}-id", engine.Name, ScriptedKind.Word, ""))]);

    /// <summary>Over the real engine, called <c>nas</c>.</summary>
    public static Task<DockerHouse> StartAsync(TestDocker docker) =>
        StartAsync(collection => collection.AddHomeDashIntegrations(), [new("nas-id", "nas", "docker", docker.Host)]);

    /// <summary>Calls, and expects a result.</summary>
    public async Task<JsonElement> CallAsync(string path, string input = "{}", Caller? caller = null, Action<ProgressReport>? progress = null)
    {
        var outcome = await OutcomeAsync(path, input, new(caller ?? Admin, "test") { Progress = progress, WaitsToTheEnd = true });
        var completed = outcome as ProcedureOutcome.Completed ?? throw new InvalidOperationException($"{path}: {outcome}");
        return Json(completed.Write);
    }

    /// <summary>Calls, and expects an error.</summary>
    public async Task<ProcedureError> FailAsync(string path, string input = "{}", Caller? caller = null) =>
        Assert.IsType<ProcedureOutcome.Failed>(await OutcomeAsync(path, input, new(caller ?? Admin, "test"))).Error;

    /// <summary>Asks what would be done.</summary>
    public async Task<IReadOnlyList<string>> PlanAsync(string path, string input) =>
        Assert.IsType<ProcedureOutcome.Planned>(await OutcomeAsync(path, input, new(Admin, "test") { DryRun = true })).Steps;

    /// <summary>Reads a subscription until the condition holds for an item, or its end.</summary>
    public async Task<List<JsonElement>> StreamAsync(string path, string input, Func<JsonElement, bool> enough)
    {
        var stream = await services.GetRequiredService<ProcedureCaller>().OpenAsync(path, Encoding.UTF8.GetBytes(input), new(Admin, "test"), Cancellation);
        Assert.Null(stream.Refusal);
        var items = new List<JsonElement>();
        await foreach (var write in stream.ReadAsync(Cancellation))
        {
            items.Add(Json(write));
            if (enough(items[^1]))
            {
                break;
            }
        }

        return items;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static async Task<DockerHouse> StartAsync(Action<IServiceCollection> more, IReadOnlyList<Integration> integrations)
    {
        var collection = new ServiceCollection();
        collection.AddProcedures().AddHomeDashProcedures().AddDocker();
        more(collection);
        var house = new DockerHouse(collection.BuildServiceProvider());
        await house.Services.GetRequiredService<Connections>().SetAsync(integrations);
        return house;
    }

    private async Task<ProcedureOutcome> OutcomeAsync(string path, string input, ProcedureRequest request) =>
        await services.GetRequiredService<ProcedureCaller>().CallAsync(path, Encoding.UTF8.GetBytes(input), request, Cancellation);

    private static JsonElement Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private sealed class ScriptedKind(ScriptedEngine[] engines) : IIntegrationKind
    {
        public const string Word = "scripted";

        public string Kind => Word;

        public string Title => "An engine of a test";

        public string ExampleUrl => "";

        public IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [[]];

        public string? CredentialsHint => null;

        public Type Client => typeof(ScriptedEngine);

        public IIntegrationClient Connect(Integration integration) => engines.Single(engine => engine.Name == integration.Name);
    }
}
