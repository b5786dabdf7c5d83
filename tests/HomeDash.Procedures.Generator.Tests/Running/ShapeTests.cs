namespace HomeDash.Procedures.Generator.Tests.Running;

/// <summary>The types that take more than a name: choices, flags, bytes, any shape, rules of their own, updates that empty.</summary>
public sealed class ShapeTests
{
    [Fact]
    public async Task A_choice_says_which_kind_it_is_and_flags_are_a_list_of_names()
    {
        await using var house = new House();

        Assert.Equal(
            """{"shapes":[{"kind":"circle","name":"c1","radius":2,"inside":{"name":"d"}},{"kind":"square","name":"s","width":4,"inside":["edge","fill"]}],"frame":{"kind":"circle","name":"f","radius":1}}""",
            await house.AnswerAsync("shapes.draw", """{"radius":2}"""));
        Assert.Contains("\"inside\":[\"fill\",\"shadow\"]", await house.AnswerAsync("shapes.draw", """{"radius":2,"paint":["shadow","fill","fill"]}"""), StringComparison.Ordinal);
        Assert.DoesNotContain("\"inside\":[", await house.AnswerAsync("shapes.draw", """{"radius":2,"paint":[]}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stamp_comes_back_with_its_own_defaults()
    {
        await using var house = new House();

        Assert.Equal(
            """{"maker":"ada@home","from":1990,"until":1990,"price":1.5,"glue":90,"paint":["edge","fill","shadow"]}""",
            await house.AnswerAsync("shapes.press", """{"stamp":{"maker":"ada@home","from":1990,"until":1990,"price":"1.5"}}"""));
        Assert.Equal(
            """{"maker":"ada@home","from":1990,"until":1990,"price":1,"shop":"https://stamps.example","picture":"AQID","glue":5,"paint":[],"more":{"a":[1,{"b":null}]}}""",
            await house.AnswerAsync("shapes.press", """
                {"seal":"AQID","stamp":{"maker":"ada@home","from":1990,"until":1990,"price":1,"shop":"https://stamps.example","glue":"5","paint":[],"more":{"a":[1,{"b":null}]}}}
                """));
    }

    [Theory]
    [InlineData("\"maker\":\"ada\"", "stamp.maker: Must be an e-mail address, such as ada@home.example.")]
    [InlineData("\"maker\":\"a@b@c\"", "stamp.maker: Must be an e-mail address, such as ada@home.example.")]
    [InlineData("\"maker\":\"a@b\",\"shop\":\"mailto:a@b\"", "stamp.shop: Must be an address that starts with http://, https:// or ftp://.")]
    [InlineData("\"maker\":\"a@b\",\"picture\":\"AQIDBAUGBw==\"", "stamp.picture: Must have at most 6 bytes, not 7.")]
    [InlineData("\"maker\":\"a@b\",\"picture\":\"AQ\"", "stamp.picture: Must be bytes as Base64, such as aGVsbG8=.")]
    [InlineData("\"maker\":\"a@b\",\"picture\":\"AQ ==\"", "stamp.picture: Must be bytes as Base64, such as aGVsbG8=.")]
    [InlineData("\"maker\":\"a@b\",\"picture\":[1]", "stamp.picture: Must be bytes as Base64, not a list.")]
    [InlineData("\"maker\":\"a@b\",\"more\":[]", "stamp.more: Must be an object, not a list.")]
    [InlineData("\"maker\":\"a@b\",\"more\":{\"a\":[\"\\ud800\"]}", "stamp.more: Holds text that is not valid.")]
    [InlineData("\"maker\":\"a@b\",\"paint\":\"edge\"", "stamp.paint: Must be a list, not 'edge'.")]
    [InlineData("\"maker\":\"a@b\",\"paint\":[\"edge\",\"all\"]", "stamp.paint[1]: Must be one of edge, fill, shadow, not 'all'.")]
    [InlineData("\"maker\":\"a@b\",\"until\":1989", "stamp.until: Must not be before from.")]
    public async Task A_stamp_that_cannot_be_is_refused(string members, string expected)
    {
        await using var house = new House();
        var until = members.Contains("until", StringComparison.Ordinal) ? "" : "\"until\":1990,";

        Assert.Equal([expected], await house.ProblemsAsync("shapes.press", $$"""{"stamp":{"from":1990,"price":1,{{until}}{{members}}} }"""));
    }

    [Fact]
    public async Task A_rule_across_properties_is_asked_only_of_a_record_that_is_right_otherwise()
    {
        await using var house = new House();

        Assert.Equal(
            ["stamp.from: Must be from 1900 to 2100, not 2101."],
            await house.ProblemsAsync("shapes.press", """{"stamp":{"maker":"a@b","price":1,"from":2101,"until":1990}}"""));
        var refused = await Assert.ThrowsAsync<ProcedureException>(() => house.Typed.Shapes.PressAsync(
            new("a@b", 2000, 1990) { Price = 1 }, [1, 2, 3, 4], TestContext.Current.CancellationToken));
        Assert.Equal("stamp.until", Assert.Single(refused.Error.Problems).Path);
        refused = await Assert.ThrowsAsync<ProcedureException>(() => house.Typed.Shapes.PressAsync(
            new("ab", 1990, 2000) { Price = 1, Picture = new byte[7] }, [], TestContext.Current.CancellationToken));
        Assert.Equal(["stamp.maker", "stamp.picture", "seal"], refused.Error.Problems.Select(problem => problem.Path));
    }

    [Fact]
    public async Task An_update_empties_what_it_names_and_cannot_set_it_too()
    {
        await using var house = new House();

        Assert.Equal("""{"shape":"s2","size":7}""", await house.AnswerAsync("shapes.relabel", """{"shape":"s","size":7,"clear":["label"]}"""));
        Assert.Equal(
            ["size: Has a value and is to be emptied. Give a value, or name it in clear."],
            await house.ProblemsAsync("shapes.relabel", """{"shape":"s","size":7,"clear":["label","size"]}"""));
        var refused = await Assert.ThrowsAsync<ProcedureException>(() => house.Typed.Shapes.RelabelAsync(
            "s", label: "new", clear: [LabelField.Label], cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal("label", Assert.Single(refused.Error.Problems).Path);
    }

    [Fact]
    public async Task The_schemas_say_all_of_it()
    {
        await using var house = new House();
        var draw = house.Catalog.Find("shapes.draw")!.Definition;
        var press = house.Catalog.Find("shapes.press")!.Definition;

        Assert.Contains("""{"type":"object","description":"A shape with four corners.","properties":{"kind":{"type":"string","enum":["square"]},""", draw.OutputSchema, StringComparison.Ordinal);
        Assert.Contains("""{"type":"array","description":"What is painted of them.","items":{"type":"string","enum":["edge","fill","shadow"]},"default":["edge","fill"]}""", draw.InputSchema, StringComparison.Ordinal);
        Assert.Contains("""{"type":"string","description":"Bytes pressed into it. Base64 of 1 to 4 bytes.","minLength":4,"maxLength":8}""", press.InputSchema, StringComparison.Ordinal);
        Assert.Contains("""{"type":"object","description":"Whatever else is known of it.","additionalProperties":true}""", press.InputSchema, StringComparison.Ordinal);
        Assert.Contains("""{"type":"string","description":"Where it is sold.","format":"uri","pattern":"^(?:https?|ftp)://"}""", press.InputSchema, StringComparison.Ordinal);
        Assert.Contains("""{"type":"string","description":"Who made it.","format":"email"}""", press.InputSchema, StringComparison.Ordinal);
    }
}
