using HomeDash.Procedures.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Procedures.Generator.Tests.Running;

/// <summary>The fixture is a second assembly in one catalogue with this one.</summary>
public sealed class FixtureTests
{
    [Fact]
    public async Task Its_procedures_join_the_catalogue_by_one_registration()
    {
        await using var services = new ServiceCollection().AddProcedures()
            .AddHomeDashProceduresGeneratorTestsProcedures().AddSingleton<CrateYard>().AddFixture()
            .BuildServiceProvider();

        var paths = services.GetRequiredService<ProcedureCatalog>().Procedures.Select(procedure => procedure.Definition.Path).ToArray();

        Assert.Equal(
            ["fixture.createToken", "fixture.events", "fixture.get", "fixture.list", "fixture.rename", "fixture.restart", "fixture.words"],
            paths.Where(path => path.StartsWith("fixture.", StringComparison.Ordinal)));
        Assert.Contains("sample.mirror", paths);
    }

    [Fact]
    public async Task A_dry_run_of_its_rename_shows_the_change_and_makes_none()
    {
        await using var services = new ServiceCollection().AddProcedures().AddFixture().BuildServiceProvider();
        var request = new ProcedureRequest(Caller.House, "test") { DryRun = true };

        var outcome = await services.GetRequiredService<ProcedureCaller>().CallAsync(
            "fixture.rename", """{"gadget":"lamp","name":"torch"}"""u8.ToArray(), request, TestContext.Current.CancellationToken);

        var change = Assert.Single(Assert.IsType<ProcedureOutcome.Planned>(outcome).Changes);
        Assert.Equal(("gadget", "g2"), (change.Topic, change.Id));
        Assert.Contains("\"name\":\"torch\"", change.After, StringComparison.Ordinal);
        Assert.Equal("lamp", services.GetRequiredService<GadgetShelf>()["g2"].Name);
    }
}
