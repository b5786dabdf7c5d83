namespace HomeDash.Procedures.Generator.Tests.Running;

/// <summary>Limits hold at both edges, for JSON and for typed calls alike.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData("count", "-2")]
    [InlineData("count", "3")]
    [InlineData("share", "0.5")]
    [InlineData("share", "1.5")]
    [InlineData("price", "0.1")]
    [InlineData("price", "0.2")]
    [InlineData("wait", "1")]
    [InlineData("wait", "60")]
    [InlineData("word", "\"ab\"")]
    [InlineData("word", "\"abcd\"")]
    [InlineData("word", "\"😀😀😀😀\"")]
    [InlineData("code", "\"ab-12\"")]
    [InlineData("size", "\"L\"")]
    [InlineData("step", "5")]
    [InlineData("colour", "\"blue\"")]
    [InlineData("tags", "[\"abc\"]")]
    [InlineData("tags", "[\"a\",\"\"]")]
    [InlineData("weights", "{\"a\":10}")]
    public async Task A_value_at_the_edge_is_taken(string name, string given)
    {
        await using var house = new House();

        Assert.Equal("""{"kept":1}""", await house.AnswerAsync("sample.limit", $$"""{"{{name}}":{{given}}}"""));
    }

    [Theory]
    [InlineData("count", "-3", "count: Must be from -2 to 3, not -3.")]
    [InlineData("count", "4", "count: Must be from -2 to 3, not 4.")]
    [InlineData("share", "0.4", "share: Must be from 0.5 to 1.5, not 0.4.")]
    [InlineData("price", "0.21", "price: Must be from 0.1 to 0.2, not 0.21.")]
    [InlineData("wait", "60.5", "wait: Must be from 1 to 60 seconds, not 60.5.")]
    [InlineData("word", "\"a\"", "word: Must have from 2 to 4 characters, not 1.")]
    [InlineData("word", "\"abcde\"", "word: Must have from 2 to 4 characters, not 5.")]
    [InlineData("code", "\"xab-123\"", "code: Must match [a-z]+-[0-9]{2}.")]
    [InlineData("code", "\"ab-12\\n\"", "code: Must match [a-z]+-[0-9]{2}.")]
    [InlineData("size", "\"M\"", "size: Must be one of S, L, not 'M'.")]
    [InlineData("step", "2", "step: Must be one of 1, 5, not '2'.")]
    [InlineData("colour", "\"darkBlue\"", "colour: Must be one of blue, not 'darkBlue'.")]
    [InlineData("tags", "[]", "tags: Must have from 1 to 2 items, not 0.")]
    [InlineData("tags", "[\"a\",\"b\",\"c\"]", "tags: Must have from 1 to 2 items, not 3.")]
    [InlineData("tags", "[\"abcd\"]", "tags[0]: Must have at most 3 characters, not 4.")]
    [InlineData("weights", "{\"a\":11}", "weights.a: Must be from 0 to 10, not 11.")]
    public async Task A_value_past_the_edge_is_refused(string name, string given, string expected)
    {
        await using var house = new House();

        Assert.Equal([expected], await house.ProblemsAsync("sample.limit", $$"""{"{{name}}":{{given}}}"""));
    }

    [Fact]
    public async Task A_typed_call_is_held_to_the_same_limits()
    {
        await using var house = new House();

        var refused = await Assert.ThrowsAsync<ProcedureException>(() => house.Typed.Sample.LimitAsync(
            count: 4, share: double.NaN, word: "a", colour: Colour.DarkBlue, tags: ["abcd", null!], weights: new Dictionary<string, int> { ["a"] = 11 },
            cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(["count", "share", "word", "colour", "tags[0]", "tags[1]", "weights.a"], refused.Error.Problems.Select(problem => problem.Path));
    }

    [Fact]
    public async Task A_typed_call_is_held_to_the_limits_within_its_records()
    {
        await using var house = new House();

        var refused = await Assert.ThrowsAsync<ProcedureException>(() => house.Typed.Sample.PackAsync(
            new(4, "far too much straw") { Marks = ["fragile"] }, [new(0)], TestContext.Current.CancellationToken));

        Assert.Equal(["packing.layers", "packing.lining", "packing.marks[0]", "places[0].row"], refused.Error.Problems.Select(problem => problem.Path));
        Assert.Equal("packing", Assert.Single((await Assert.ThrowsAsync<ProcedureException>(
            () => house.Typed.Sample.PackAsync(null!, cancellationToken: TestContext.Current.CancellationToken))).Error.Problems).Path);
    }
}
