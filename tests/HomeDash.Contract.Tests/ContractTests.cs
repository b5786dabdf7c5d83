using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using HomeDash.Testing;

namespace HomeDash.Contract.Tests;

/// <summary>What every procedure promises by its schemas, tried with inputs and results made of nothing else.</summary>
public sealed class ContractTests
{
    private const int Tries = 60;
    private const int Judged = 25;

    public static TheoryData<string> Paths => Contracts.Paths;

    [Theory, MemberData(nameof(Paths))]
    public void An_input_made_of_the_schema_is_accepted_and_means_the_same_when_written_again(string path)
    {
        var procedure = Contracts.Find(path);

        Holds(procedure, input =>
        {
            var bound = Bound.To(procedure, input.ToJsonString());
            Assert.Empty(bound.Problems);
            Assert.Equal(bound.Canonical, Bound.To(procedure, bound.Canonical!).Canonical);
        });
    }

    [Theory, MemberData(nameof(Paths))]
    public void An_input_broken_in_one_place_is_refused_with_that_path(string path)
    {
        var procedure = Contracts.Find(path);

        Holds(procedure, input => Assert.All(SchemaBreaks.Of(procedure.Definition.InputSchema, input), broken =>
        {
            var problems = Bound.To(procedure, broken.Input.ToJsonString()).Problems;
            Assert.True(
                problems.Count > 0 && problems.All(problem => problem.Path == broken.Path || problem.Path.StartsWith(broken.Path + "[", StringComparison.Ordinal)),
                $"{broken.Path} of {broken.Input.ToJsonString()}: {string.Join(" ", problems)}");
        }));
    }

    [Fact]
    public async Task Ajv_agrees_with_every_input_and_every_result()
    {
        NodeClients.SkipUnlessInstalled();
        using var folder = new TestFolder();
        await File.WriteAllLinesAsync(folder["all.ndjson"], Contracts.All.SelectMany(procedure => new[]
        {
            Line($"input of {procedure.Definition.Path}", procedure.Definition.InputSchema, Inputs(procedure.Definition.InputSchema)),
            Line($"result of {procedure.Definition.Path}", procedure.Definition.OutputSchema!, Written.Results(procedure, Judged).Select(json => (JsonNode.Parse(json)!, true))),
        }), TestContext.Current.CancellationToken);

        var (code, output, errors) = await NodeClients.RunAsync("validate.mjs", [folder["all.ndjson"]], TestContext.Current.CancellationToken);

        Assert.Equal("", output + errors);
        Assert.Equal(0, code);
    }

    private static IEnumerable<(JsonNode Value, bool Valid)> Inputs(string schema) => Gen.Sample(SchemaInputs.Of(schema), Judged)
        .SelectMany(input => SchemaBreaks.Of(schema, input).Select(broken => ((JsonNode)broken.Input, false)).Prepend((input, true)).ToArray());

    private static string Line(string name, string schema, IEnumerable<(JsonNode Value, bool Valid)> values) => new JsonObject
    {
        ["name"] = name,
        ["schema"] = JsonNode.Parse(schema),
        ["values"] = new JsonArray([.. values.Select(each => new JsonObject { ["value"] = each.Value, ["valid"] = each.Valid })]),
    }.ToJsonString();

    private static void Holds(HomeDash.Procedures.Procedure procedure, Action<JsonObject> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Tries).WithQuietOnSuccess(true), Prop.ForAll(SchemaInputs.Of(procedure.Definition.InputSchema).ToArbitrary(), property));
}
