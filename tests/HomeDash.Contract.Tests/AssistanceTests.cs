using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Contract.Tests;

/// <summary>What the demo house offers to those who write to an assistant: resources, prompts, completions and the guide.</summary>
public sealed partial class AssistanceTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Named = new() { ["container"] = "demo engine/plex", ["board"] = "Home", ["goal"] = "Restart plex every night." };

    private DemoHost house = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => house = await DemoHost.StartAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public void The_addresses_are_those_that_clients_may_rely_on() => Assert.Equal(
        [
            "homedash://apps", "homedash://board/{board}", "homedash://boards", "homedash://docker/container/{container}", "homedash://docker/container/{container}/logs",
            "homedash://docker/containers", "homedash://guide", "homedash://health", "homedash://integrations",
        ],
        house.Catalog.Resources.Select(resource => resource.Definition.Uri));

    [Fact]
    public async Task Every_resource_can_be_read()
    {
        foreach (var resource in house.Catalog.Resources)
        {
            var uri = resource.Definition.Template.Expand(Named);
            var (found, values) = house.Catalog.FindResource(uri)!.Value;
            Assert.Same(resource, found);

            var outcome = await house.Services.GetRequiredService<AnswerCalls>().CallAsync(resource.Query.Path, InputJson.With(resource.Definition.Input, values), new(Caller.House, "test"), Cancellation);

            var answer = outcome as Answer;
            Assert.True(answer is not null, $"{uri}: {outcome}");
            if (resource.Definition.Lines is { } lines)
            {
                Assert.NotEqual(0, JsonElement.Parse(answer.Json.Span).GetProperty(lines).GetArrayLength());
            }
        }
    }

    [Fact]
    public async Task Every_prompt_names_only_what_exists_and_shows_only_what_can_be_read()
    {
        Assert.NotEmpty(house.Catalog.Prompts);
        foreach (var prompt in house.Catalog.Prompts)
        {
            var script = await ScriptAsync(prompt, Named);

            Assert.All(script.Parts.Select(part => part.Procedure).OfType<string>(), path => Assert.True(house.Catalog.Find(path) is not null, $"{prompt.Definition.Path} says to call {path}."));
            Assert.All(script.Parts.Select(part => part.Resource).OfType<string>(), uri => Assert.True(house.Catalog.FindResource(uri) is not null, $"{prompt.Definition.Path} shows {uri}."));
            // A step is the only place that names a procedure: the words go to those too who may not call it.
            Assert.All(script.Parts.Select(part => part.Text).OfType<string>(), text => Assert.DoesNotContain(ToolOrPath().Matches(text), found => house.Catalog.Find(found.Value.Replace('_', '.')) is not null));
            Assert.InRange(script.Parts.Sum(part => part.Text?.Length ?? 0), 100, 1500);
        }
    }

    [Fact]
    public async Task A_prompt_for_one_board_is_about_that_board()
    {
        var tidy = house.Catalog.Prompts.Single(prompt => prompt.Definition.Path == "board.tidy");

        Assert.Contains("homedash://boards", (await ScriptAsync(tidy, [])).Parts.Select(part => part.Resource));
        Assert.Contains("homedash://board/Home", (await ScriptAsync(tidy, Named)).Parts.Select(part => part.Resource));
    }

    [Fact]
    public async Task A_container_is_the_same_by_whatever_name_its_resource_is_addressed()
    {
        var calls = house.Services.GetRequiredService<ProcedureCaller>();
        string? first = null;
        foreach (var name in new[] { "plex", "demo engine/plex", "PLEX" })
        {
            var (resource, values) = house.Catalog.FindResource($"homedash://docker/container/{Uri.EscapeDataString(name)}")!.Value;

            var target = Assert.Single(await calls.ResolveAsync(resource.Query.Path, InputJson.With(resource.Definition.Input, values), new(Caller.House, "test"), Cancellation));

            Assert.Equal(first ??= target.Id, target.Id);
            Assert.Equal("docker.container", resource.Definition.Topics[0]);
        }
    }

    [Theory]
    [InlineData("container", "ple", "plex")]
    [InlineData("integration", "demo eng", "Demo engine")]
    [InlineData("app", "plex", "Plex")]
    [InlineData("board", "ho", "Home")]
    public async Task Names_are_completed(string noun, string text, string first)
    {
        var found = await house.Services.GetRequiredService<PromptCalls>().CompleteAsync(noun, text, new(Caller.House, "test"), Cancellation);

        Assert.Equal(first, found.Names[0], ignoreCase: true);
    }

    [Theory]
    [InlineData("container"), InlineData("integration"), InlineData("app"), InlineData("board")]
    public async Task Whoever_may_see_nothing_is_told_no_names(string noun)
    {
        var permitted = new Caller("u1", "bob") { Permissions = house.Catalog.Permissions.Select(permission => permission.Name).Where(name => name != Caller.AdministratorPermission).ToHashSet() };

        Assert.Empty((await house.Services.GetRequiredService<PromptCalls>().CompleteAsync(noun, "", new(permitted, "test"), Cancellation)).Names);
    }

    [Theory]
    [InlineData("admin", false)]
    [InlineData("admin", true)]
    [InlineData("tools.view docker.view docker.control", false)]
    [InlineData("tools.view", false)]
    public async Task The_guide_names_only_tools_that_exist_and_that_this_caller_may_call(string permissions, bool readOnly)
    {
        var caller = new Caller("u1", "bob") { Permissions = permissions.Split(' ').ToHashSet(), ReadOnly = readOnly };
        var start = await GuideAsync(caller, "{}");

        foreach (var topic in start["topics"]!.AsArray().Select(topic => topic!.ToString()))
        {
            var lines = (await GuideAsync(caller, $$"""{"topic":"{{topic}}"}"""))["lines"]!.AsArray().Select(line => line!.ToString()).ToArray();
            Assert.NotEmpty(lines);
            Assert.All(lines.SelectMany(line => ToolName().Matches(line)).Select(match => match.Value).Where(name => name != "namespace_verb"), name =>
            {
                var definition = house.Catalog.FindTool(name)?.Definition;
                Assert.True(definition is not null, $"The guide to {topic} names {name}, which is no tool.");
                Assert.True(caller.MayCall(definition) && !definition.CarriesSecret, $"The guide to {topic} names {name}, which this caller may not call.");
            });
        }

        Assert.InRange(start["lines"]!.ToString().Length, 300, 6000);
        Assert.Equal(readOnly || permissions == "tools.view", start["lines"]!.ToString().Contains("You may only read here.", StringComparison.Ordinal));
    }

    private async Task<PromptScript> ScriptAsync(Procedure prompt, Dictionary<string, string> named)
    {
        var given = prompt.Definition.Parameters.Where(parameter => named.ContainsKey(parameter.Name)).ToDictionary(parameter => parameter.Name, parameter => named[parameter.Name]);
        var outcome = await house.Services.GetRequiredService<PromptCalls>().WriteAsync(prompt, InputJson.With(null, given), new(Caller.House, "test"), Cancellation);
        return outcome is ProcedureOutcome.Completed<PromptScript> written ? written.Value : throw new InvalidOperationException($"{prompt.Definition.Path}: {outcome}");
    }

    private async Task<System.Text.Json.Nodes.JsonNode> GuideAsync(Caller caller, string input)
    {
        var outcome = await house.Services.GetRequiredService<ProcedureCaller>().CallAsync("guide.get", Encoding.UTF8.GetBytes(input), new(caller, "test"), Cancellation);
        return DemoHost.Written(Assert.IsAssignableFrom<ProcedureOutcome.Completed>(outcome).Write);
    }

    [GeneratedRegex(@"\b[a-z][a-zA-Z]*_[a-z][a-zA-Z]*\b")]
    private static partial Regex ToolName();

    [GeneratedRegex(@"\b[a-z][a-zA-Z]*[_.][a-z][a-zA-Z]*\b")]
    private static partial Regex ToolOrPath();
}
