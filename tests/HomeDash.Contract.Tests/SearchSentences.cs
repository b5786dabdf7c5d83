using HomeDash.Mcp;
using HomeDash.Procedures;
using HomeDash.Storage;
using HomeDash.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Contract.Tests;

/// <summary>What people say finds the tool that does it.</summary>
public sealed class SearchSentences : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private readonly ServiceProvider services;

    public SearchSentences() => services = new ServiceCollection().AddHomeDashStorage(new() { DataFolder = folder["data"] }).AddHomeDash().BuildServiceProvider();

    [Theory]
    [InlineData("restart plex", "docker_restart")]
    [InlineData("what is downloading", "downloads_list")]
    [InlineData("block ads again", "dnsHole_enable")]
    [InlineData("turn off the lights", "smartHome_turnOff")]
    [InlineData("who is watching", "mediaServer_sessions")]
    [InlineData("is anything broken?", "healthMonitoring_report")]
    [InlineData("show me the last lines of the sonarr log", "docker_logs")]
    [InlineData("pause all downloads", "downloads_pauseAll")]
    [InlineData("pause ad blocking for ten minutes", "dnsHole_disable")]
    [InlineData("which containers are running", "docker_list")]
    [InlineData("are there newer images", "docker_updates")]
    [InlineData("what is coming out this week", "calendar_events")]
    [InlineData("I want to watch a film", "mediaRequests_request")]
    [InlineData("how full are the disks", "healthMonitoring_disks")]
    [InlineData("make it warmer in the bedroom", "smartHome_setTemperature")]
    [InlineData("dim the lamp", "smartHome_setLevel")]
    [InlineData("create an API key", "apiKeys_list")]
    [InlineData("who has an account", "user_list")]
    [InlineData("limit the download speed", "downloads_setSpeedLimit")]
    [InlineData("is nextcloud up", "app_status")]
    [InlineData("add a widget to my dashboard", "board_addItem")]
    [InlineData("close the blinds", "smartHome_close")]
    [InlineData("what was added lately", "mediaServer_recent")]
    [InlineData("free some disk space on the docker engine", "docker_prune")]
    public void A_sentence_finds_its_tool_among_the_first_three(string sentence, string tool)
    {
        var catalog = services.GetRequiredService<ProcedureCatalog>();
        var finder = new ToolFinder(
            [.. catalog.Procedures.Select(procedure => procedure.Definition).Where(definition => !definition.CarriesSecret)], definition => definition.Description, services.GetServices<ISearchWords>());

        var found = finder.Find(sentence, Caller.House).Select(definition => definition.ToolName).Take(6).ToArray();

        Assert.True(found.Take(3).Contains(tool), $"'{sentence}' finds {string.Join(", ", found)}.");
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Dispose();
    }
}
