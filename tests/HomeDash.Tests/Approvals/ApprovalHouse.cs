using System.Buffers;
using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests.Approvals;

/// <summary>A house with an administrator, and a user whose program calls with a key.</summary>
public abstract class ApprovalHouse(Dialect dialect, Action<IServiceCollection>? more = null) : HouseTests(dialect, more)
{
    private protected Caller Root { get; private set; } = null!;

    private protected Caller Ada { get; private set; } = null!;

    /// <summary>Ada's program, as it comes over MCP.</summary>
    private protected ProcedureRequest Program => new(Ada with { KeyId = "key00001" }, "mcp");

    /// <summary>Has everybody there.</summary>
    private protected async Task MoveInAsync()
    {
        foreach (var permission in new[] { "app.create", "app.modify", "app.delete" })
        {
            await House.AllowEveryoneAsync(permission);
        }

        Root = await House.AddUserAsync("root", administrator: true);
        Ada = await House.AddUserAsync("ada");
    }

    private protected async Task<string> RuleAsync(string input) => Text(await House.CallAsync(Root, "approvals.createRule", input), "id")!;

    /// <summary>Calls, and expects to be held back.</summary>
    private protected async Task<ProcedureOutcome.AwaitsApproval> HeldAsync(string path, string input, ProcedureRequest? request = null)
    {
        var outcome = await House.OutcomeAsync(request ?? Program, path, input);
        return outcome as ProcedureOutcome.AwaitsApproval ?? throw new InvalidOperationException($"{path}: {outcome}");
    }

    /// <summary>Calls, and expects a result.</summary>
    private protected async Task<JsonElement> RunsAsync(string path, string input, ProcedureRequest? request = null)
    {
        var outcome = await House.OutcomeAsync(request ?? Program, path, input);
        var completed = outcome as ProcedureOutcome.Completed ?? throw new InvalidOperationException($"{path}: {outcome}");
        var json = new ArrayBufferWriter<byte>();
        await using (var writer = new Utf8JsonWriter(json))
        {
            completed.Write(writer);
        }

        return JsonElement.Parse(json.WrittenSpan);
    }

    /// <summary>Calls, and expects an error.</summary>
    private protected async Task<ProcedureError> FailsAsync(string path, string input, ProcedureRequest? request = null) =>
        Assert.IsType<ProcedureOutcome.Failed>(await House.OutcomeAsync(request ?? Program, path, input)).Error;

    private protected Task<JsonElement> StatusAsync(string id, ProcedureRequest? request = null) => RunsAsync("approvals.status", $$"""{"id":"{{id}}"}""", request);

    private protected Task<JsonElement> ApproveAsync(string id, int? remember = null) =>
        House.CallAsync(Root, "approvals.approve", $$"""{"id":"{{id}}"{{(remember is null ? "" : $",\"rememberMinutes\":{remember}")}}}""");

    private protected Task<JsonElement> DenyAsync(string id, string reason) => House.CallAsync(Root, "approvals.deny", $$"""{"id":"{{id}}","reason":"{{reason}}"}""");

    private protected async Task<JsonElement> ApprovalAsync(string id) => await House.CallAsync(Root, "approvals.get", $$"""{"id":"{{id}}"}""");

    /// <summary>How many apps there are: what the calls that are held back would add to.</summary>
    private protected Task<long> AppsAsync() => House.QueryAsync<long>("SELECT COUNT(*) FROM apps");
}
