using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Procedures.Generator.Tests.Running;

/// <summary>The pipeline with this project's own generated procedures, as an application would set it up.</summary>
internal sealed class House : IAsyncDisposable, ICallerSource, IApprovalGate
{
    private readonly ServiceProvider services;
    private readonly AsyncServiceScope scope;

    public House()
    {
        services = new ServiceCollection().AddProcedures().AddHomeDashProceduresGeneratorTestsProcedures()
            .AddSingleton<CrateYard>()
            .AddScoped<ITargetResolver<CrateRef>, CrateResolver>()
            .AddSingleton<IApprovalGate>(this)
            .AddSingleton<ICallerSource>(this)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        scope = services.CreateAsyncScope();
    }

    public ProcedureCatalog Catalog => services.GetRequiredService<ProcedureCatalog>();

    public PromptCalls Prompts => services.GetRequiredService<PromptCalls>();

    public ProcedureCaller Calls => services.GetRequiredService<ProcedureCaller>();

    public HomeDashProceduresGeneratorTestsCaller Typed => scope.ServiceProvider.GetRequiredService<HomeDashProceduresGeneratorTestsCaller>();

    /// <summary>The canonical input of the last mutation that asked for approval.</summary>
    public string? Canonical { get; private set; }

    /// <summary>The targets of that mutation, with their ids.</summary>
    public IReadOnlyList<ResolvedTarget> Targets { get; private set; } = [];

    string ICallerSource.Surface => "test";

    public async Task<ProcedureOutcome> CallAsync(string path, string json = "{}", bool dryRun = false) =>
        await services.GetRequiredService<ProcedureCaller>().CallAsync(
            path, Encoding.UTF8.GetBytes(json), new(Caller.House, "test") { DryRun = dryRun }, TestContext.Current.CancellationToken);

    /// <summary>The result as JSON.</summary>
    public async Task<string> AnswerAsync(string path, string json = "{}")
    {
        var outcome = await CallAsync(path, json);
        Assert.True(outcome is ProcedureOutcome.Completed, (outcome as ProcedureOutcome.Failed)?.Error.Message);
        return Written(((ProcedureOutcome.Completed)outcome).Write);
    }

    /// <summary>What was wrong with the input, each as <c>path: message</c>.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(string path, string json)
    {
        var error = Assert.IsType<ProcedureOutcome.Failed>(await CallAsync(path, json)).Error;
        Assert.Equal(ErrorReason.InvalidInput, error.Reason);
        return [.. error.Problems.Select(problem => $"{problem.Path}: {problem.Message}")];
    }

    public async Task<IReadOnlyList<string>> StreamAsync(string path, string json)
    {
        var stream = await services.GetRequiredService<ProcedureCaller>().OpenAsync(
            path, Encoding.UTF8.GetBytes(json), new(Caller.House, "test"), TestContext.Current.CancellationToken);
        Assert.Null(stream.Refusal);
        var items = new List<string>();
        await foreach (var write in stream.ReadAsync(TestContext.Current.CancellationToken))
        {
            items.Add(Written(write));
        }

        return items;
    }

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await services.DisposeAsync();
    }

    ValueTask<Caller> ICallerSource.GetAsync(CancellationToken cancellationToken) => new(Caller.House);

    ValueTask<ProcedureOutcome?> IApprovalGate.CheckAsync(
        ProcedureDefinition definition, ProcedureRequest request, IReadOnlyList<ResolvedTarget> targets, ReadOnlyMemory<byte> canonicalInput, CancellationToken cancellationToken)
    {
        (Canonical, Targets) = (Encoding.UTF8.GetString(canonicalInput.Span), [.. targets]);
        return default;
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed class CrateResolver(CrateYard yard) : ITargetResolver<CrateRef>
    {
        public ValueTask<IReadOnlyList<CrateRef>> ResolveAsync(IReadOnlyList<CrateRef> targets, Caller caller, CancellationToken cancellationToken) =>
            new([.. targets.Select(target => yard.Crates.Any(crate => crate.Title == target.Given || crate.Id == target.Given)
                ? target with { Resolved = new("crate", target.Given[^2..], $"crate {target.Given[^2..]}") }
                : throw ProcedureErrors.NotFound("crate", target.Given, yard.Crates.Select(crate => crate.Title)))]);
    }
}
