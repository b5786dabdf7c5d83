using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Tests;

/// <summary>Typing costs what the typing touches.</summary>
public sealed class IncrementalTests
{
    private static readonly string[] Transforms = ["ProcedureTransform", "TypeTransform", "Assembly"];

    private static readonly string[] LaterSteps =
        ["Procedures", "ProcedureEntries", "ProcedureTypes", "Routers", "Permissions", "Entries", "Duplicates", "ProceduresToEmit", "Types", "Index"];

    [Fact]
    public void An_unrelated_edit_leaves_transforms_unchanged_and_later_steps_cached()
    {
        var compilation = GeneratorHost.Compile([.. GeneratorHost.Sample(), ("Other.cs", "class Other { int one = 1; }")]);
        var driver = Run(GeneratorHost.Driver(), compilation);

        driver = Run(driver, compilation.Edited("Other.cs", "int one = 1", "int two = 2"));

        var steps = driver.GetRunResult().Results.Single().TrackedSteps;
        Assert.All(Transforms, name => Assert.All(Reasons(steps[name]), reason => Assert.Equal(IncrementalStepRunReason.Unchanged, reason)));
        Assert.All(LaterSteps, name => Assert.All(Reasons(steps[name]), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason)));
        Assert.All(
            driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    [Theory]
    [InlineData("Packs a crate.", "Packs one crate.", "Sample.Pack.g.cs")]
    [InlineData("int limit = 2", "int limit = 3", "Sample.List.g.cs")]
    [InlineData("[Range(-2, 3)]", "[Range(-2, 4)]", "Sample.Limit.g.cs")]
    [InlineData("The first row.", "The very first row.", "Sample.FollowBelt.g.cs")]
    [InlineData("yard.Packed(packing, places ?? [])", "yard.Packed(packing, [])", null)]
    public void An_edit_of_one_procedure_changes_its_file_alone(string before, string after, string? changed)
    {
        var compilation = GeneratorHost.Compile(GeneratorHost.Sample());

        var differences = Differences(compilation, compilation.Edited("SampleRouter.cs", before, after));

        Assert.Equal(changed is null ? [] : [changed], differences);
    }

    [Fact]
    public void A_new_procedure_changes_its_own_file_and_the_index_alone()
    {
        var compilation = GeneratorHost.Compile(GeneratorHost.Sample());

        var differences = Differences(compilation, compilation.Edited("SampleRouter.cs", "    /// <summary>Packs a crate.</summary>", """
                /// <summary>Counts what fits.</summary>
                /// <param name="packing">How it is packed.</param>
                [Query(SamplePermissions.View)]
                public Limited Count(Packing packing) => new(packing.Layers);

                /// <summary>Packs a crate.</summary>
            """));

        Assert.Equal(["HomeDashProceduresGeneratorTestsProcedures.g.cs", "Sample.Count.g.cs"], differences);
    }

    private static IncrementalStepRunReason[] Reasons(IEnumerable<IncrementalGeneratorRunStep> runs)
    {
        IncrementalStepRunReason[] reasons = [.. runs.SelectMany(run => run.Outputs).Select(output => output.Reason)];
        Assert.NotEmpty(reasons);
        return reasons;
    }

    private static GeneratorDriver Run(GeneratorDriver driver, Compilation compilation) => driver.RunGenerators(compilation, TestContext.Current.CancellationToken);

    private static IReadOnlyList<string> Differences(Compilation before, Compilation after)
    {
        var driver = Run(GeneratorHost.Driver(), before);
        var old = driver.Files();
        var now = Run(driver, after).Files();
        return [.. old.Keys.Union(now.Keys).Where(name => old.GetValueOrDefault(name) != now.GetValueOrDefault(name)).Order(StringComparer.Ordinal)];
    }
}
