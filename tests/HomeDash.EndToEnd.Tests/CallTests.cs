using System.Text.Json;

namespace HomeDash.EndToEnd.Tests;

/// <summary>Procedures from the shell, on the data of this machine.</summary>
public sealed class CallTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("homedash-call-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_call_prints_its_result_as_json()
    {
        var created = await CallAsync("app.create", "--name", "Plex", "--href", "http://nas:32400");
        var listed = await CallAsync("app.list", "--limit", "5");

        Assert.Equal((0, ""), (created.Code, created.Error));
        Assert.Equal("http://nas:32400", JsonElement.Parse(created.Output).GetProperty("href").GetString());
        Assert.Equal("Plex", JsonElement.Parse(listed.Output).GetProperty("items")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Options_are_kebab_or_camel_and_lists_repeat()
    {
        await CallAsync("app.create", "--name", "Plex", "--icon-url", "/plex.svg", "--pingUrl", "http://nas:32400/identity", "--description", "Films");

        var updated = await CallAsync("app.update", "--app", "Plex", "--clear", "iconUrl", "--clear", "description");

        Assert.Equal((0, ""), (updated.Code, updated.Error));
        var app = JsonElement.Parse(updated.Output);
        Assert.False(app.TryGetProperty("iconUrl", out _));
        Assert.False(app.TryGetProperty("description", out _));
        Assert.Equal("http://nas:32400/identity", app.GetProperty("pingUrl").GetString());
    }

    [Fact]
    public async Task The_whole_input_can_come_as_json_and_options_win()
    {
        var argument = await CallAsync("app.create", "--json", """{"name":"Plex","description":"from json"}""", "--description", "from option");
        var piped = await CommandLine.RunAsync(folder, ["call", "app.create", "--json", "-"], """{"name":"Sonarr"}""");

        Assert.Equal("from option", JsonElement.Parse(argument.Output).GetProperty("description").GetString());
        Assert.Equal("Sonarr", JsonElement.Parse(piped.Output).GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_changes_nothing()
    {
        var planned = await CallAsync("app.create", "--name", "Plex", "--dry-run");
        var listed = await CallAsync("app.list");

        Assert.Equal(0, planned.Code);
        var plan = JsonElement.Parse(planned.Output);
        Assert.True(plan.GetProperty("dryRun").GetBoolean());
        Assert.Equal("Plex", plan.GetProperty("changes")[0].GetProperty("after").GetProperty("name").GetString());
        Assert.Equal(0, JsonElement.Parse(listed.Output).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Wrong_input_is_a_line_for_each_problem_and_code_2()
    {
        var result = await CallAsync("app.create", "--href", "nonsense", "--json", """{"nam":"Plex"}""");

        Assert.Equal((2, ""), (result.Code, result.Output));
        var lines = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("homedash: name: Is required.", lines);
        Assert.Contains(lines, line => line.StartsWith("homedash: nam: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("call app.creat --name x", "app.create")]
    [InlineData("call", "homedash tools")]
    [InlineData("call app.list --espresso", "--espresso")]
    [InlineData("call app.create --json [1]", "one JSON object")]
    [InlineData("call docker.followLogs --limit 0", "1 or more")]
    [InlineData("call docker.followLogs --seconds x", "--seconds")]
    [InlineData("call docker.followLogs --seconds 1e9", "a day")]
    [InlineData("schema app.lst", "app.list")]
    [InlineData("call --url nas app.list", "http://")]
    [InlineData("call --url http://127.0.0.1:1 app.list", "HOMEDASH_KEY")]
    public async Task A_command_line_that_makes_no_sense_is_code_2_and_says_what_would(string arguments, string hint)
    {
        var result = await CommandLine.RunAsync(folder, arguments.Split(' '));

        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Contains(hint, result.Error);
    }

    [Fact]
    public async Task What_does_not_work_is_code_1()
    {
        var unknown = await CallAsync("app.get", "--app", "Plex");
        var unconnected = await CallAsync("docker.list");
        var nobody = await CommandLine.RunAsync(folder, ["call", "--url", "http://127.0.0.1:1", "app.list"], environment: variables => variables["HOMEDASH_KEY"] = "a.b");

        Assert.All([unknown, unconnected, nobody], result => Assert.Equal((1, ""), (result.Code, result.Output)));
        Assert.Contains("There is no app 'Plex'", unknown.Error);
        Assert.Contains("http://127.0.0.1:1", nobody.Error);
    }

    [Fact]
    public async Task Secrets_come_from_standard_input_alone()
    {
        var help = await CallAsync("user.create", "--help");
        var created = await CommandLine.RunAsync(folder, ["call", "user.create", "--name", "bob", "--password-stdin"], "correct horse battery\n");

        Assert.DoesNotContain("--password ", help.Output);
        Assert.Equal((0, ""), (created.Code, created.Error));
        Assert.Equal("bob", JsonElement.Parse(created.Output).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Help_names_the_namespaces_and_each_procedure_explains_its_options()
    {
        var call = await CallAsync("--help");
        var restart = await CallAsync("docker.restart", "--help");

        Assert.Contains("apiKeys, app, approvals, board, calendar, dnsHole, docker", call.Output);
        Assert.Contains("--grace <number>", restart.Output);
        Assert.Contains("Seconds for a clean stop", restart.Output.ReplaceLineEndings(" "));
        Assert.Contains("--dry-run", restart.Output);
    }

    [Fact]
    public async Task Tools_are_listed_and_shown_with_their_schemas()
    {
        var table = await CommandLine.RunAsync(folder, ["tools"]);
        var json = await CommandLine.RunAsync(folder, ["tools", "--json"]);
        var schema = await CommandLine.RunAsync(folder, ["schema", "docker.restart"]);

        Assert.Contains(table.Output.Split('\n'), line => line.StartsWith("app.delete ", StringComparison.Ordinal) && line.Contains("destroy", StringComparison.Ordinal));
        Assert.Contains(JsonElement.Parse(json.Output).EnumerateArray(), tool => tool.GetProperty("path").GetString() == "app.delete");
        Assert.Equal(60, JsonElement.Parse(schema.Output).GetProperty("input").GetProperty("properties").GetProperty("grace").GetProperty("maximum").GetInt32());
    }

    private Task<CommandResult> CallAsync(params string[] arguments) => CommandLine.RunAsync(folder, ["call", .. arguments]);
}
