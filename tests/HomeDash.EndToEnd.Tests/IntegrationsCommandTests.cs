using HomeDash.Testing;

namespace HomeDash.EndToEnd.Tests;

/// <summary><c>homedash integrations</c>, as a person at the shell meets it.</summary>
public sealed class IntegrationsCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("homedash-cli-").FullName;

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_not_stored()
    {
        var added = await RunAsync("add", "--kind", "docker", "--name", "garage", "--url", $"tcp://127.0.0.1:{RunningHouse.FreePort()}");
        var unknown = await RunAsync("add", "--kind", "dokcer", "--name", "garage", "--url", "tcp://127.0.0.1:1");

        Assert.Equal((1, ""), (added.Code, added.Output));
        Assert.Contains("nobody listens", added.Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'docker'?", unknown.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("garage", (await RunAsync("list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_is_added_listed_tested_and_removed_and_a_running_house_notices()
    {
        await using var docker = new TestDocker();
        await using var house = await RunningHouse.StartAsync(dataFolder: folder);
        await house.CreateAdministratorAsync();
        var key = await house.CreateKeyAsync();
        using var client = new HttpClient { BaseAddress = house.Address, DefaultRequestHeaders = { { "ApiKey", key } } };

        var added = await RunAsync("add", "--kind", "docker", "--name", "garage", "--url", docker.Host);
        Assert.Equal((0, "Connected garage (Docker).\n"), (added.Code, added.Output));
        await UntilAsync(async () => (await client.GetStringAsync("api/v1/integration/list", TestContext.Current.CancellationToken)).Contains("garage", StringComparison.Ordinal));

        Assert.Contains("garage", (await RunAsync("list")).Output, StringComparison.Ordinal);
        Assert.StartsWith("garage works: Docker", (await RunAsync("test", "garage")).Output, StringComparison.Ordinal);

        Assert.Equal("Removed garage.\n", (await RunAsync("remove", "garage")).Output);
        await UntilAsync(async () => !(await client.GetStringAsync("api/v1/integration/list", TestContext.Current.CancellationToken)).Contains("garage", StringComparison.Ordinal));
    }

    private Task<CommandResult> RunAsync(params string[] arguments) => CommandLine.RunAsync(folder, ["integrations", .. arguments]);

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var attempt = 0; !await condition(); attempt++)
        {
            Assert.True(attempt < 60, "The running house did not notice within half a minute.");
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }
    }
}
