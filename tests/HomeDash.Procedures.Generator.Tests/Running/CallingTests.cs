namespace HomeDash.Procedures.Generator.Tests.Running;

/// <summary>From the pipeline to the router's method and back.</summary>
public sealed class CallingTests
{
    [Fact]
    public async Task Targets_are_resolved_before_the_run_and_the_canonical_input_names_their_ids()
    {
        await using var house = new House();

        var answer = await house.AnswerAsync("sample.move", """{"spares":["c2"],"onto":"crate c2","crates":["crate c1","c2"]}""");

        Assert.Equal(
            """{"items":[{"target":"crate c1","ok":true,"value":{"id":"c1","place":{"row":1,"column":1},"title":"crate c1"}},{"target":"crate c2","ok":true,"value":{"id":"c2","place":{"row":1,"column":1},"title":"crate c2"}}]}""",
            answer);
        Assert.Equal("""{"crates":["c1","c2"],"onto":"c2","spares":["c2"]}""", house.Canonical);
        Assert.Equal(["c1", "c2", "c2", "c2"], house.Targets.Select(target => target.Id));
    }

    [Fact]
    public async Task The_canonical_input_says_defaults_and_leaves_null_out()
    {
        await using var house = new House();

        await house.AnswerAsync("sample.pack", """{"places":null,"packing":{"upright":"true","layers":"1"}}""");

        Assert.Equal("""{"packing":{"layers":1,"lining":"straw","marks":[],"upright":true}}""", house.Canonical);
    }

    [Fact]
    public async Task A_target_nobody_knows_is_answered_with_the_nearest()
    {
        await using var house = new House();

        var failed = Assert.IsType<ProcedureOutcome.Failed>(await house.CallAsync("sample.move", """{"crates":["crate c3"],"onto":"c1"}"""));

        Assert.Equal(ErrorReason.TargetNotFound, failed.Error.Reason);
        Assert.Contains("crate c1", failed.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_ends_at_the_plan()
    {
        await using var house = new House();

        var outcome = await house.CallAsync("sample.move", """{"crates":["c1"],"onto":"c2"}""", dryRun: true);

        Assert.Equal(["Move crate c1 onto crate c2."], Assert.IsType<ProcedureOutcome.Planned>(outcome).Steps);
    }

    [Fact]
    public async Task A_typed_call_goes_the_same_way()
    {
        await using var house = new House();

        var moved = await house.Typed.Sample.MoveAsync([new("c1")], new("c2"), cancellationToken: TestContext.Current.CancellationToken);
        var page = await house.Typed.Sample.ListAsync(limit: 1, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("c1", Assert.Single(moved.Items).Value?.Id);
        Assert.Equal("""{"crates":["c1"],"onto":"c2"}""", house.Canonical);
        Assert.Equal("DarkBlue/no \"crate\"", page.Next);
    }

    [Fact]
    public async Task A_typed_call_can_be_made_in_a_different_way()
    {
        await using var house = new House();

        var planned = await Assert.ThrowsAsync<ProcedurePendingException>(() => house.Typed.With(request => request with { DryRun = true })
            .Sample.MoveAsync([new("c1")], new("c2"), cancellationToken: TestContext.Current.CancellationToken));

        Assert.IsType<ProcedureOutcome.Planned>(planned.Outcome);
    }

    [Fact]
    public async Task A_subscription_streams_its_items_as_JSON_and_typed()
    {
        await using var house = new House();

        var rows = await house.StreamAsync("sample.followBelt", """{"first":"7"}""");
        var typed = new List<int>();
        await foreach (var crate in house.Typed.Sample.FollowBeltAsync(4, TestContext.Current.CancellationToken))
        {
            typed.Add(crate.Place.Row);
        }

        Assert.Equal(["""{"id":"c1","place":{"row":7,"column":1},"title":"crate c1"}""", """{"id":"c2","place":{"row":8,"column":1},"title":"crate c2"}"""], rows);
        Assert.Equal([4, 5], typed);
    }

    [Fact]
    public async Task The_catalogue_has_what_the_signature_says()
    {
        await using var house = new House();

        var move = house.Catalog.Find("sample.move")!.Definition;
        var key = house.Catalog.Find("sample.makeKey")!.Definition;

        Assert.Equal(("Move crates", "sample_move", "sample.move"), (move.Title, move.ToolName, move.Permission));
        Assert.Equal((ProcedureKind.Mutation, Effect.Change, true), (move.Kind, move.Effect, move.Idempotent));
        Assert.Equal((TimeSpan.FromSeconds(90), "sample.list"), (move.Deadline, move.CheckWith));
        Assert.Equal([("crates", "crate"), ("onto", "crate"), ("past", "crate"), ("spares", "crate")], move.Parameters.Select(each => (each.Name, each.TargetNoun!)));
        Assert.Equal((true, "/crates/keys", Effect.External), (key.CarriesSecret, key.Page, key.Effect));
        Assert.Equal("Lists crates, first Blue ones, then the <rest>.", house.Catalog.Find("sample.list")!.Definition.Description);
        Assert.Equal(["sample.move", "sample.view"], house.Catalog.Permissions.Select(permission => permission.Name));
    }
}
