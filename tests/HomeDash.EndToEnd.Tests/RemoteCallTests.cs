using System.Text.Json;

namespace HomeDash.EndToEnd.Tests;

/// <summary>Procedures from the shell, on a running HomeDash.</summary>
[Collection(nameof(OneAtATime))]
public sealed class RemoteCallTests : IDisposable
{
    // The shell's own data: what a remote call does must not land here.
    private readonly string elsewhere = Directory.CreateTempSubdirectory("homedash-remote-").FullName;

    public void Dispose() => Directory.Delete(elsewhere, recursive: true);

    [Fact]
    public async Task Calls_go_to_the_running_house_with_its_key_and_its_rules()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        var key = await house.CreateKeyAsync();
        var reader = await house.CreateKeyAsync("reader", "--read-only");

        var planned = await CallAsync(house, key, "call", "app.create", "--name", "Plex & friends", "--dry-run");
        var created = await CallAsync(house, key, "call", "app.create", "--name", "Plex & friends");
        var found = await CallAsync(house, reader, "call", "app.search", "--text", "x & f");
        var refused = await CallAsync(house, reader, "call", "app.create", "--name", "Sonarr");
        var wrong = await CallAsync(house, key, "call", "app.create", "--href", "nonsense");
        var stranger = await CallAsync(house, "00000000.nonsense", "tools");

        Assert.True(JsonElement.Parse(planned.Output).GetProperty("dryRun").GetBoolean());
        Assert.Equal((0, ""), (created.Code, created.Error));
        Assert.Equal("Plex & friends", Assert.Single(JsonElement.Parse(found.Output).GetProperty("items").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal((1, ""), (refused.Code, refused.Output));
        Assert.Contains("read", refused.Error);
        Assert.Equal((2, "homedash: name: Is required."), (wrong.Code, wrong.Error.Trim()));
        Assert.Equal(1, stranger.Code);
        Assert.DoesNotContain("nonsense", stranger.Error);
        var own = await CommandLine.RunAsync(elsewhere, ["call", "app.list"]);
        Assert.Equal(0, JsonElement.Parse(own.Output).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task The_tools_of_the_running_house_come_page_by_page_and_the_key_can_come_from_standard_input()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        var key = await house.CreateKeyAsync();

        var remote = await CommandLine.RunAsync(elsewhere, ["tools", "--url", house.Address.ToString(), "--key-stdin"], $"{key}\n");
        var local = await CommandLine.RunAsync(elsewhere, ["tools"]);

        Assert.Equal((0, ""), (remote.Code, remote.Error));
        Assert.Equal(local.Output, remote.Output);
    }

    private Task<CommandResult> CallAsync(RunningHouse house, string key, params string[] arguments) => CommandLine.RunAsync(elsewhere, arguments, environment: variables =>
    {
        variables["HOMEDASH_URL"] = house.Address.ToString();
        variables["HOMEDASH_KEY"] = key;
    });
}
