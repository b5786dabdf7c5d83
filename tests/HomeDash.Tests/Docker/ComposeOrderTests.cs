using System.Text.Json.Nodes;
using HomeDash.Testing;

namespace HomeDash.Tests.Docker;

/// <summary>What a service depends on comes before it, and goes after it.</summary>
public sealed class ComposeOrderTests
{
    private const string Shop = """{"containers":["project:shop"]}""";

    [Theory]
    [InlineData("docker.start", new[] { "Start db on nas.", "Start cache on nas.", "Start app on nas.", "Start web on nas." })]
    [InlineData("docker.restart", new[] { "Restart db on nas.", "Restart cache on nas.", "Restart app on nas.", "Restart web on nas." })]
    public async Task A_project_starts_with_what_the_others_need(string path, string[] plan)
    {
        var engine = Engine(RunState.Exited);
        await using var house = await DockerHouse.StartAsync(engine);

        Assert.Equal(plan, await house.PlanAsync(path, Shop));
        var items = (await house.CallAsync(path, Shop)).GetProperty("items");

        Assert.Equal(plan.Select(step => step.Replace(" on nas.", "", StringComparison.Ordinal).ToLowerInvariant()), engine.Done);
        Assert.Equal(["web", "app", "db", "cache"], items.EnumerateArray().Select(item => item.GetProperty("target").GetString()));
    }

    [Fact]
    public async Task A_project_stops_with_what_nobody_needs()
    {
        var engine = Engine(RunState.Running);
        await using var house = await DockerHouse.StartAsync(engine);

        await house.CallAsync("docker.stop", Shop);

        Assert.Equal(["stop web", "stop app", "stop db", "stop cache"], engine.Done);
    }

    [Fact]
    public async Task What_is_needed_may_fail_and_the_rest_is_started_all_the_same()
    {
        var engine = Engine(RunState.Exited);
        engine.Refused.Add("start db");
        await using var house = await DockerHouse.StartAsync(engine);

        var items = (await house.CallAsync("docker.start", Shop)).GetProperty("items").EnumerateArray();

        Assert.Equal([("web", true), ("app", true), ("db", false), ("cache", true)], items.Select(item => (item.GetProperty("target").GetString(), item.GetProperty("ok").GetBoolean())));
    }

    [Fact]
    public async Task A_circle_and_services_of_other_projects_put_nothing_in_order()
    {
        var engine = new ScriptedEngine("nas").With("one").With("two").With("three");
        Depend(engine, "one", "ring", "two");
        Depend(engine, "two", "ring", "one");
        Depend(engine, "three", "other", "one");
        await using var house = await DockerHouse.StartAsync(engine);

        await house.CallAsync("docker.stop", """{"containers":["one","two","three"]}""");

        Assert.Equal(["stop one", "stop three", "stop two"], engine.Done.Order());
    }

    [Theory]
    [InlineData(TestDocker.Variable)]
    [InlineData(TestDocker.PodmanVariable)]
    public async Task On_a_real_engine_the_times_tell_the_order(string which)
    {
        await using var docker = new TestDocker(which);
        await using var house = await DockerHouse.StartAsync(docker);
        foreach (var (service, needs) in new[] { ("web", "app:service_started:false"), ("app", "db:service_healthy:true"), ("db", "") })
        {
            await docker.RunAsync(service, start: false, configure: body => body["Labels"] = new JsonObject
            {
                ["com.docker.compose.project"] = docker.Prefix, ["com.docker.compose.service"] = service, ["com.docker.compose.depends_on"] = needs,
            });
        }

        var project = $$"""{"containers":["project:{{docker.Prefix}}"]}""";
        await house.CallAsync("docker.start", project);
        var started = await TimesAsync("startedAt");
        await house.CallAsync("docker.restart", project);
        var restarted = await TimesAsync("startedAt");
        await house.CallAsync("docker.stop", project);
        var stopped = await TimesAsync("finishedAt");

        Assert.Equal(["db", "app", "web"], started);
        Assert.Equal(["db", "app", "web"], restarted);
        Assert.Equal(["web", "app", "db"], stopped);

        async Task<string[]> TimesAsync(string which)
        {
            var times = new Dictionary<string, DateTimeOffset>();
            foreach (var service in new[] { "web", "db", "app" })
            {
                times[service] = (await house.CallAsync("docker.get", $$"""{"container":"{{docker.Name(service)}}"}""")).GetProperty(which).GetDateTimeOffset();
            }

            return [.. times.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
        }
    }

    private static ScriptedEngine Engine(RunState state)
    {
        var engine = new ScriptedEngine("nas").With("web", state: state).With("app", state: state).With("db", state: state).With("cache", state: state);
        Depend(engine, "web", "shop", "app:service_started:false");
        Depend(engine, "app", "shop", "db:service_healthy:true,cache:service_started:false");
        Depend(engine, "db", "shop", "");
        Depend(engine, "cache", "shop", "");
        return engine;
    }

    private static void Depend(ScriptedEngine engine, string container, string project, string on) => engine.Change(container, details => details with
    {
        Labels = new Dictionary<string, string> { ["com.docker.compose.project"] = project, ["com.docker.compose.service"] = container, ["com.docker.compose.depends_on"] = on },
    });
}
