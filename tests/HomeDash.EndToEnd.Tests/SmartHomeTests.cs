using HomeDash.Simulators;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HomeDash.EndToEnd.Tests;

/// <summary>"Turn off the kitchen lights", said to an AI client and pressed in a browser, with the running program between them and a Home Assistant.</summary>
[Collection(nameof(OneAtATime))]
public sealed class SmartHomeTests(Browser browser) : IAsyncLifetime
{
    private HomeAssistantSimulator hub = null!;
    private RunningHouse house = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        hub = await HomeAssistantSimulator.StartAsync();
        house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        await house.ConnectAsync(await house.CreateKeyAsync(), "homeAssistant", "Home", hub.Url, hub.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task An_AI_client_turns_off_the_kitchen_lights_by_one_call_that_the_tool_itself_suggests()
    {
        await using var client = await Assistant.ConnectAsync(house, "smartHome_turnOff");
        var tool = Assert.Single(await client.ListToolsAsync(cancellationToken: Cancelled), tool => tool.Description.Contains("Turn off the kitchen lights", StringComparison.Ordinal));
        Assert.Equal("smartHome_turnOff", tool.Name);

        var outcomes = (await client.CallAsync(tool.Name, new() { ["targets"] = new[] { "kitchen lights" } })).GetProperty("items");

        Assert.Equal(["Kitchen ceiling", "Kitchen counter"], outcomes.EnumerateArray().Select(outcome => outcome.GetProperty("target").GetString()).Order());
        Assert.All(outcomes.EnumerateArray(), outcome => Assert.Equal("off", outcome.GetProperty("value").GetProperty("state").GetString()));
        Assert.Equal(("off", "off"), (hub.StateOf("light.kitchen_ceiling"), hub.StateOf("light.kitchen_counter")));
        var areas = await client.CallAsync("smartHome_areas", []);
        Assert.Equal(0, areas.GetProperty("items").EnumerateArray().Single(area => area.GetProperty("name").GetString() == "Kitchen").GetProperty("lightsOn").GetInt32());
        Assert.DoesNotContain(hub.Token, house.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_switches_a_room_and_sees_what_somebody_does_at_the_wall()
    {
        var page = await browser.OpenAsync(house);
        await page.SignInAsync("/smart-home");
        var ceiling = page.GetByRole(AriaRole.Switch, new() { Name = "Kitchen ceiling" });
        await Expect(ceiling).ToBeCheckedAsync();

        await page.Button("Lights off in Kitchen").ClickAsync();
        await Expect(ceiling).Not.ToBeCheckedAsync();
        Assert.Equal("off", hub.StateOf("light.kitchen_counter"));

        hub.Set("light.kitchen_ceiling", "on", ("brightness", 128));
        await Expect(ceiling).ToBeCheckedAsync();
        await Expect(page.GetByText("On, 50 %")).ToBeVisibleAsync();
        Assert.Equal(1, hub.OpenSockets);

        await page.Button("Unlock Front door").ClickAsync();
        await Expect(page.GetByText("Whoever stands outside can come in then.")).ToBeVisibleAsync();
        Assert.Equal("locked", hub.StateOf("lock.front_door"));
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Unlock" }).ClickAsync();
        await Expect(page.Button("Lock Front door")).ToBeVisibleAsync();
        Assert.Equal("unlocked", hub.StateOf("lock.front_door"));

        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Smart home" })).ToBeVisibleAsync();
        for (var attempt = 0; hub.OpenSockets > 0 && attempt < 50; attempt++)
        {
            await Task.Delay(100, Cancelled);
        }

        Assert.Equal(0, hub.OpenSockets);
    }
}
