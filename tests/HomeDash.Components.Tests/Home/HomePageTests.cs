using Bunit;
using HomeDash.Components.Home;

namespace HomeDash.Components.Tests.Home;

public sealed class HomePageTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task It_shows_apps_containers_and_what_happened()
    {
        await Caller.App.CreateAsync("Plex", cancellationToken: Cancellation);
        Engine.Add("plex");
        var pihole = Engine.Add("pihole", health: ContainerHealth.Unhealthy);
        Engine.Events.Add(new(TimeProvider.System.GetUtcNow().AddMinutes(-5), "die", pihole.Id, "pihole", "nas", 137));

        var page = Render<HomePage>();

        page.WaitForAssertion(
            () =>
            {
                Assert.Equal("Plex", page.Find(".tile .name").TextContent);
                Assert.Equal(["2", "0", "1"], page.FindAll(".counts dd").Select(count => count.TextContent));
                Assert.Contains("pihole ended with exit code 137", page.Find("ol li").TextContent);
            },
            Patience);
    }

    [Fact]
    public void A_new_house_says_where_to_begin()
    {
        var page = Render<HomePage>();

        page.WaitForAssertion(() => Assert.Contains("Add the first app", page.Markup), Patience);
    }

    [Fact]
    public async Task Without_an_engine_the_rest_is_still_there()
    {
        await DisconnectEngineAsync();
        await Caller.App.CreateAsync("Plex", cancellationToken: Cancellation);

        var page = Render<HomePage>();

        page.WaitForAssertion(() => Assert.Equal("Plex", page.Find(".tile .name").TextContent), Patience);
        page.WaitForAssertion(() => Assert.Contains("Not connected yet", page.Markup), Patience);
    }
}
