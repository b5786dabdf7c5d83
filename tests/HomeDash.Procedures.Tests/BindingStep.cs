namespace HomeDash.Procedures.Tests;

public sealed class BindingStep
{
    [Theory]
    [InlineData("[1]", "The input must be a JSON object.")]
    [InlineData("\"text\"", "The input must be a JSON object.")]
    [InlineData("{} {}", "is not valid JSON")]
    [InlineData("{\"a\":", "is not valid JSON")]
    [InlineData("\u0000", "is not valid JSON")]
    public async Task Bad_json_is_a_clear_error(string body, string message)
    {
        await using var house = new House(Made.Query("light.list"));

        var error = await house.FailAsync("light.list", body);

        Assert.Equal(ErrorReason.InvalidInput, error.Reason);
        Assert.Equal(400, error.Code.ToHttpStatus());
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public async Task No_input_is_an_empty_object()
    {
        await using var house = new House(Made.Query("light.list", """{"items":[]}"""));

        Assert.IsAssignableFrom<ProcedureOutcome.Completed>(await house.CallAsync("light.list", ""));
    }

    [Fact]
    public void Problems_carry_the_whole_path_and_are_not_collected_without_end()
    {
        var problems = default(InputProblems);
        problems.Add("", "first");
        var before = problems.Count;
        problems.Add("grace", "too long");
        problems.Add("", "no object");
        problems.Within(before, 3);
        problems.Within(before, "containers");

        Assert.Equal(["", "containers[3].grace", "containers[3]"], problems.All.Select(problem => problem.Path));

        for (var i = 0; i < 1000; i++)
        {
            problems.Add("x", "again");
        }

        Assert.Equal(50, problems.Count);
    }
}
