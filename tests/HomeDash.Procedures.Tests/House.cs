using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Procedures.Tests;

/// <summary>A pipeline with procedures that a test makes up.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public House(Action<IServiceCollection> more, params Procedure[] procedures)
    {
        var collection = new ServiceCollection().AddProcedures();
        collection.AddSingleton<IProcedureSource>(new ListedSource(procedures));
        collection.AddSingleton<ICallRecorder>(Recorder);
        more(collection);
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public House(params Procedure[] procedures)
        : this(_ => { }, procedures)
    {
    }

    public static Caller Administrator { get; } = new("u1", "ada") { Permissions = new HashSet<string> { Caller.AdministratorPermission } };

    public RecordedCalls Recorder { get; } = new();

    public ProcedureCaller Calls => services.GetRequiredService<ProcedureCaller>();

    public IChangeFeed Feed => services.GetRequiredService<IChangeFeed>();

    public static Caller With(params string[] permissions) => new("u2", "bob") { Permissions = permissions.ToHashSet() };

    public Task<ProcedureOutcome> CallAsync(string path, string json = "{}", Caller? caller = null, Func<ProcedureRequest, ProcedureRequest>? change = null, CancellationToken? cancellation = null)
    {
        var request = new ProcedureRequest(caller ?? Administrator, "test");
        return Calls.CallAsync(path, Encoding.UTF8.GetBytes(json), change?.Invoke(request) ?? request, cancellation ?? TestContext.Current.CancellationToken).AsTask();
    }

    public async Task<ProcedureError> FailAsync(string path, string json = "{}", Caller? caller = null) =>
        Assert.IsType<ProcedureOutcome.Failed>(await CallAsync(path, json, caller)).Error;

    public static string Json(ProcedureOutcome outcome)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Assert.IsAssignableFrom<ProcedureOutcome.Completed>(outcome).Write(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

/// <summary>Keeps what the pipeline recorded.</summary>
internal sealed class RecordedCalls : ICallRecorder
{
    private readonly List<CallRecord> calls = [];

    public IReadOnlyList<CallRecord> All
    {
        get
        {
            lock (calls)
            {
                return [.. calls];
            }
        }
    }

    public void Record(CallRecord record)
    {
        lock (calls)
        {
            calls.Add(record);
        }
    }
}

/// <summary>A source whose procedures a test can change.</summary>
internal sealed class ListedSource(IReadOnlyList<Procedure> procedures) : IProcedureSource
{
    public event Action? Changed;

    public IReadOnlyList<Procedure> Procedures { get; private set; } = procedures;

    public IReadOnlyList<PermissionDefinition> Permissions { get; } = [new("light.view", "See the lights.")];

    public void Replace(params Procedure[] with)
    {
        Procedures = with;
        Changed?.Invoke();
    }
}
