using System.Text.Json.Nodes;
using HomeDash.Procedures;
using HomeDash.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Contract.Tests;

/// <summary>Every procedure of the demo house answers as its output schema says.</summary>
public sealed class DemoHouseTests : IAsyncLifetime
{
    private DemoHost house = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => house = await DemoHost.StartAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public void Every_procedure_is_there_and_is_called()
    {
        Assert.Empty(house.Catalog.Procedures.Where(procedure => house.Catalog.WhyNotAvailable(procedure.Definition) is not null).Select(procedure => procedure.Definition.Path));
        Assert.Equal(house.Catalog.Procedures.Select(procedure => procedure.Definition.Path).Order(StringComparer.Ordinal), DemoCalls.All.Select(call => call.Path).Order(StringComparer.Ordinal));
    }

    [Theory, InlineData("mcp"), InlineData("rest"), InlineData("trpc")]
    public async Task What_a_person_decides_is_refused_to_every_program_with_the_page_where_it_is_done(string surface)
    {
        string[] forPeople =
        [
            "approvals.approve", "approvals.createRule", "approvals.deleteRule", "approvals.deny", "approvals.updateRule",
            "profile.create", "profile.delete", "profile.reset", "profile.update", "tools.update",
        ];
        var all = house.Catalog.Procedures.Select(procedure => procedure.Definition).Where(definition => definition.DashboardOnly).ToArray();
        Assert.Equal(forPeople, all.Select(definition => definition.Path).Order(StringComparer.Ordinal));

        var calls = house.Services.GetRequiredService<ProcedureCaller>();
        foreach (var definition in all)
        {
            var refused = Assert.IsType<ProcedureOutcome.Failed>(await calls.CallAsync(definition.Path, "{}"u8.ToArray(), new(Caller.House, surface), Cancellation));
            Assert.Equal(ErrorReason.NotAllowed, refused.Error.Reason);
            Assert.Contains(definition.Page!, refused.Error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_query_and_no_subscription_writes_to_a_service()
    {
        foreach (var call in DemoCalls.All)
        {
            var before = house.Writes.Count;
            await house.AnswerAsync(call);
            if (house.Catalog.Find(call.Path)!.Definition.Kind != ProcedureKind.Mutation && call.While is null)
            {
                Assert.True(before == house.Writes.Count, $"{call.Path} wrote: {house.Writes.LastOrDefault()}");
            }
        }

        // The recorder works: what mutations wrote is there.
        Assert.Contains("IContainerEngine.RestartAsync", house.Writes);
    }

    [Fact]
    public async Task Every_answer_is_as_its_schema_says()
    {
        NodeClients.SkipUnlessInstalled();
        var lines = new List<string>();
        foreach (var call in DemoCalls.All)
        {
            var answer = await house.AnswerAsync(call);
            lines.Add(new JsonObject
            {
                ["name"] = call.Path,
                ["schema"] = JsonNode.Parse(house.Catalog.Find(call.Path)!.Definition.OutputSchema!),
                ["values"] = new JsonArray(new JsonObject { ["value"] = answer.DeepClone(), ["valid"] = true }),
            }.ToJsonString());
        }

        await File.WriteAllLinesAsync(house.Folder["answers.ndjson"], lines, Cancellation);
        var (code, output, errors) = await NodeClients.RunAsync("validate.mjs", [house.Folder["answers.ndjson"]], Cancellation);

        Assert.Equal("", output + errors);
        Assert.Equal(0, code);
    }
}
