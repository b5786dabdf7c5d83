namespace HomeDash.Procedures.Generator.Tests.Running;

/// <summary>The tolerant table of reading: what each type takes, and what it says when it does not.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("text", "\"a \\u00e4 \\\"b\\\"\"", "\"a \\u00E4 \\u0022b\\u0022\"")]
    [InlineData("flag", "true", "true")]
    [InlineData("flag", "\"TRUE\"", "true")]
    [InlineData("flag", "\"false\"", "false")]
    [InlineData("tiny", "255", "255")]
    [InlineData("small", "\"-32768\"", "-32768")]
    [InlineData("whole", "5", "5")]
    [InlineData("whole", "\"5\"", "5")]
    [InlineData("whole", "5.0", "5")]
    [InlineData("whole", "5e1", "50")]
    [InlineData("whole", "\"\\u0035\"", "5")]
    [InlineData("large", "9007199254740991", "9007199254740991")]
    [InlineData("huge", "9007199254740991", "9007199254740991")]
    [InlineData("rough", "0.5", "0.5")]
    [InlineData("fine", "\"1.25e2\"", "125")]
    [InlineData("exact", "0.1", "0.1")]
    [InlineData("key", "\"0196B1F0-7d5c-7c3a-9d52-6b3f4a1e2c01\"", "\"0196b1f0-7d5c-7c3a-9d52-6b3f4a1e2c01\"")]
    [InlineData("moment", "\"2026-11-20T10:30:00+02:00\"", "\"2026-11-20T08:30:00Z\"")]
    [InlineData("day", "\"2026-11-20\"", "\"2026-11-20\"")]
    [InlineData("length", "1.5", "1.5")]
    [InlineData("length", "\"90\"", "90")]
    [InlineData("address", "\"http://nas:8080/x?y=1\"", "\"http://nas:8080/x?y=1\"")]
    [InlineData("colour", "\"darkBlue\"", "\"darkBlue\"")]
    [InlineData("texts", "[]", "[]")]
    [InlineData("texts", "[\"a\",\"b\"]", "[\"a\",\"b\"]")]
    [InlineData("numbers", "[1,\"2\"]", "[1,2]")]
    [InlineData("rows", "[[1],[2,3]]", "[[1],[2,3]]")]
    [InlineData("shares", "{\"a\":0.5,\"b\":null}", "{\"a\":0.5}")]
    [InlineData("place", "{\"row\":2,\"column\":null}", "{\"row\":2,\"column\":1}")]
    [InlineData("places", "[{\"row\":1},{\"column\":3,\"row\":2}]", "[{\"row\":1,\"column\":1},{\"row\":2,\"column\":3}]")]
    public async Task A_value_comes_back_in_its_one_form(string name, string given, string expected)
    {
        await using var house = new House();

        var answer = await house.AnswerAsync("sample.mirror", $$"""{"everything":{"{{name}}":{{given}} } }""");

        Assert.Equal($$"""{"{{name}}":{{expected}}}""", answer);
    }

    [Theory]
    [InlineData("text", "5", "Must be a string, not '5'.")]
    [InlineData("text", "\"\\ud800\"", "Is not valid text.")]
    [InlineData("flag", "1", "Must be true or false, not '1'.")]
    [InlineData("tiny", "256", "Must be a whole number from 0 to 255, not '256'.")]
    [InlineData("whole", "5.5", "Must be a whole number from -2147483648 to 2147483647, not '5.5'.")]
    [InlineData("whole", "\" 5\"", "Must be a whole number from -2147483648 to 2147483647, not ' 5'.")]
    [InlineData("whole", "[5]", "Must be a whole number from -2147483648 to 2147483647, not a list.")]
    [InlineData("large", "9007199254740992", "Must be from -9007199254740991 to 9007199254740991, not 9007199254740992.")]
    [InlineData("fine", "1e999", "Must be a number, not '1e999'.")]
    [InlineData("fine", "\"NaN\"", "Must be a number, not 'NaN'.")]
    [InlineData("key", "\"abc\"", "Must be a UUID, not 'abc'.")]
    [InlineData("moment", "\"2026-11-20T10:30:00\"", "Must be an ISO 8601 time with its offset, such as 2026-11-20T08:30:00Z, not '2026-11-20T10:30:00'.")]
    [InlineData("day", "\"20.11.2026\"", "Must be a date such as 2026-11-20, not '20.11.2026'.")]
    [InlineData("length", "1e300", "Must be a number of seconds, not '1e300'.")]
    [InlineData("address", "\"/etc\"", "Must be an address with its scheme, such as http://nas:8080, not '/etc'.")]
    [InlineData("colour", "\"darkblu\"", "Must be one of blue, darkBlue, not 'darkblu'. Did you mean 'darkBlue'?")]
    [InlineData("colour", "1", "Must be one of blue, darkBlue, not '1'.")]
    [InlineData("texts", "\"a\"", "Must be a list, not 'a'.")]
    [InlineData("shares", "[]", "Must be an object, not a list.")]
    public async Task A_value_of_no_use_is_refused_with_what_would_be(string name, string given, string expected)
    {
        await using var house = new House();

        var problems = await house.ProblemsAsync("sample.mirror", $$"""{"everything":{"{{name}}":{{given}} } }""");

        Assert.Equal([$"everything.{name}: {expected}"], problems);
    }

    [Fact]
    public async Task Every_problem_is_told_at_once_each_with_its_path()
    {
        await using var house = new House();

        var problems = await house.ProblemsAsync("sample.mirror", """
            {"everything":{"flag":"maybe","texts":["a",2,null],"rows":[[1],["x"]],"shares":{"a":true},"places":[{"row":1},{"column":12}],"txt":1},"more":{}}
            """);

        Assert.Equal(
        [
            "everything.flag: Must be true or false, not 'maybe'.",
            "everything.texts[1]: Must be a string, not '2'.",
            "everything.texts[2]: Must not be null.",
            "everything.rows[1][0]: Must be a whole number from -2147483648 to 2147483647, not 'x'.",
            "everything.shares.a: Must be a number, not true.",
            "everything.places[1].column: Must be from 1 to 9, not 12.",
            "everything.places[1].row: Is required.",
            "everything.txt: Is unknown. Did you mean 'text'?",
            "more: Is unknown. There is everything.",
        ], problems);
    }

    [Theory]
    [InlineData("{}", "everything: Is required.")]
    [InlineData("""{"everything":null}""", "everything: Is required.")]
    [InlineData("""{"everything":{},"everything":{}}""", "everything: Is given twice.")]
    [InlineData("[]", ": The input must be a JSON object, not a list.")]
    [InlineData("""{"everything":{},"\ud800":1}""", ": Is unknown. There is everything.")]
    public async Task An_input_of_the_wrong_shape_is_refused(string json, string expected)
    {
        await using var house = new House();

        Assert.Equal([expected], await house.ProblemsAsync("sample.mirror", json));
    }

    [Fact]
    public async Task Broken_JSON_is_a_problem_of_the_caller()
    {
        await using var house = new House();

        var outcome = await house.CallAsync("sample.mirror", """{"everything":""");

        Assert.Equal(ProcedureErrorCode.ParseError, Assert.IsType<ProcedureOutcome.Failed>(outcome).Error.Code);
    }

    [Fact]
    public async Task What_is_left_out_has_its_default()
    {
        await using var house = new House();

        Assert.Equal(
            """{"items":[{"id":"c1","place":{"row":1,"column":2},"title":"crate c1"},{"id":"c2","place":{"row":2,"column":1},"title":"crate c2"}],"total":2,"next":"DarkBlue/no \u0022crate\u0022"}""",
            await house.AnswerAsync("sample.list"));
        Assert.Equal(
            """{"layers":2,"lining":"straw","marks":[],"upright":true,"places":0}""",
            await house.AnswerAsync("sample.pack", """{"packing":{"layers":2}}"""));
    }

    [Fact]
    public async Task A_secret_that_is_refused_is_not_shown()
    {
        await using var house = new House();

        Assert.Equal(["pin: Must be a string."], await house.ProblemsAsync("sample.makeKey", """{"pin":123456}"""));
        Assert.Equal(["pin: Must have from 4 to 8 characters, not 9."], await house.ProblemsAsync("sample.makeKey", """{"pin":"swordfish"}"""));
        Assert.Equal("""{"key":"2-hunter2"}""", await house.AnswerAsync("sample.makeKey", """{"pin":"hunter2"}"""));
    }
}
