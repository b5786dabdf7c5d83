using System.Net;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Http.Tests;

/// <summary>A call that is held back until a person has said yes.</summary>
public sealed class Approvals
{
    [Fact]
    public async Task On_rest_it_is_a_409_that_says_what_to_call_next()
    {
        await using var host = await HttpHost.StartAsync(services => services.AddSingleton<IApprovalGate, Gate>());

        var reply = await host.PostAsync("/api/v1/fixture/rename", """{"gadget":"lamp","name":"torch"}""");

        Assert.Equal(HttpStatusCode.Conflict, reply.Status);
        Assert.Equal(("CONFLICT", "approval_needed", "a1"), (Text("code"), Text("reason"), Text("approval")));
        Assert.Equal("Nothing was done yet. Ask Ada.", Text("detail"));
        Assert.Equal("fixture.list", reply.Json.GetProperty("next").GetProperty("procedure").GetString());
        Assert.Equal("lamp", (await host.GetAsync("/api/v1/fixture/get?gadget=g2")).Json.GetProperty("name").GetString());

        string? Text(string property) => reply.Json.GetProperty(property).GetString();
    }

    [Fact]
    public async Task On_trpc_it_is_a_conflict_with_the_same_data()
    {
        await using var host = await HttpHost.StartAsync(services => services.AddSingleton<IApprovalGate, Gate>());

        var reply = await host.PostAsync("/api/trpc/fixture.rename", """{"gadget":"lamp","name":"torch"}""");

        Assert.Equal(HttpStatusCode.Conflict, reply.Status);
        var data = reply.Json.GetProperty("error").GetProperty("data");
        Assert.Equal(("approval_needed", "a1"), (data.GetProperty("reason").GetString(), data.GetProperty("approval").GetString()));
    }

    [Fact]
    public async Task A_dry_run_is_not_held_back()
    {
        await using var host = await HttpHost.StartAsync(services => services.AddSingleton<IApprovalGate, Gate>());

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync("/api/v1/fixture/rename?dryRun=true", """{"gadget":"lamp","name":"torch"}""")).Status);
    }

    private sealed class Gate : IApprovalGate
    {
        public bool Watches(ProcedureDefinition definition, ProcedureRequest request) => request.Surface == "http";

        public ValueTask<GateAnswer> CheckAsync(
            ProcedureDefinition definition, ProcedureRequest request, IReadOnlyList<ResolvedTarget> targets, ReadOnlyMemory<byte> canonicalInput, CancellationToken cancellationToken) =>
            new(new GateAnswer(new ProcedureOutcome.AwaitsApproval("a1", "Ask Ada.") { Check = new("fixture.list") }));
    }
}
