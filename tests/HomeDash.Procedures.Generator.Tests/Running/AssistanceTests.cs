namespace HomeDash.Procedures.Generator.Tests.Running;

/// <summary>Prompts, completions and resources of generated code.</summary>
public sealed class AssistanceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_prompt_is_no_procedure_and_runs_as_a_query_does()
    {
        await using var house = new House();
        var prompt = Assert.Single(house.Catalog.Prompts);

        var outcome = await house.Prompts.WriteAsync(prompt, """{"crate":"crate c1","count":"2"}"""u8.ToArray(), new(Caller.House, "test"), Cancellation);

        Assert.Null(house.Catalog.Find("sample.ponder"));
        Assert.Equal("Ponder crate", prompt.Definition.Title);
        Assert.Equal(
            [PromptPart.Say("Have 2 ideas of 2."), PromptPart.Call("sample.move", "Moves it."), new PromptPart(Resource: "sample://crate/c1")],
            Assert.IsType<ProcedureOutcome.Completed<PromptScript>>(outcome).Value.Parts);
    }

    [Fact]
    public async Task A_completion_is_found_by_the_noun_of_its_targets()
    {
        await using var house = new House();

        Assert.Equal(["c2"], (await house.Prompts.CompleteAsync("crate", "2", new(Caller.House, "test"), Cancellation)).Names);
        Assert.Empty((await house.Prompts.CompleteAsync("crate", "2", new(Caller.Nobody, "test"), Cancellation)).Names);
        Assert.Empty((await house.Prompts.CompleteAsync("moon", "", new(Caller.House, "test"), Cancellation)).Names);
    }

    [Fact]
    public async Task Resources_stand_in_the_definition_of_their_query()
    {
        await using var house = new House();

        Assert.Equal(
            [("sample://crate/{crate}", "sample.read", "application/json"), ("sample://crate/{crate}/words", "sample.read", "text/plain"), ("sample://crates", "sample.list", "application/json")],
            house.Catalog.Resources.Select(resource => (resource.Definition.Uri, resource.Query.Path, resource.Definition.MimeType)));
        var crates = house.Catalog.Resources[2].Definition;
        Assert.Equal(("All crates", """{"limit":5}"""), (crates.Title, crates.Input));
        Assert.Equal(["crate", "yard"], crates.Topics);
    }

    [Fact]
    public async Task Targets_are_told_without_a_run()
    {
        await using var house = new House();

        Assert.Equal("c1", Assert.Single(await house.Calls.ResolveAsync("sample.read", """{"crate":"crate c1"}"""u8.ToArray(), new(Caller.House, "test"), Cancellation)).Id);
        await Assert.ThrowsAsync<ProcedureException>(async () => await house.Calls.ResolveAsync("sample.read", """{"crate":"moon"}"""u8.ToArray(), new(Caller.House, "test"), Cancellation));
        await Assert.ThrowsAsync<ProcedureException>(async () => await house.Calls.ResolveAsync("sample.read", """{"crate":"c1"}"""u8.ToArray(), new(Caller.Nobody, "test"), Cancellation));
    }
}
