using System.Buffers;
using System.Text;
using System.Text.Json;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

/// <summary>A namespace over the services of a test, called through its one door. It needs no database.</summary>
internal class CapabilityHouse(ServiceProvider services) : IAsyncDisposable
{
    public static readonly Caller Admin = Caller.House;

    public IServiceProvider Services => services;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts one.</summary>
    /// <param name="more">Adds the namespace and the kinds of its services.</param>
    /// <param name="integrations">The services.</param>
    public static async Task<CapabilityHouse> StartAsync(Action<IServiceCollection> more, params IReadOnlyList<Integration> integrations)
    {
        var house = new CapabilityHouse(Build(more));
        await house.ConnectAsync(integrations);
        return house;
    }

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
    public async Task<List<JsonElement>> StreamAsync(string path, string input, Func<JsonElement, bool> enough, Caller? caller = null)
    {
        var stream = await services.GetRequiredService<ProcedureCaller>().OpenAsync(path, Encoding.UTF8.GetBytes(input), new(caller ?? Admin, "test"), Cancellation);
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

    protected static ServiceProvider Build(Action<IServiceCollection> more)
    {
        var collection = new ServiceCollection();
        collection.AddProcedures().AddHomeDashProcedures();
        more(collection);
        return collection.BuildServiceProvider();
    }

    protected Task ConnectAsync(IReadOnlyList<Integration> integrations) => services.GetRequiredService<Connections>().SetAsync(integrations);

    /// <summary>Calls, and expects whatever comes.</summary>
    public Task<ProcedureOutcome> OutcomeAsync(string path, string input) => OutcomeAsync(path, input, new(Admin, "test"));

    private async Task<ProcedureOutcome> OutcomeAsync(string path, string input, ProcedureRequest request) =>
        await services.GetRequiredService<ProcedureCaller>().CallAsync(path, Encoding.UTF8.GetBytes(input), request, Cancellation);

    /// <summary>A result as JSON.</summary>
    public static JsonElement Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
