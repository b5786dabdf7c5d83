using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Tests.SmartHome;

/// <summary>What is read of the house.</summary>
public sealed class ReadTests
{
    [Fact]
    public async Task An_entity_is_told_with_all_that_applies_to_it()
    {
        await using var home = await SmartHouse.StartAsync();

        var light = await home.House.CallAsync("smartHome.get", """{"entity":"kitchen ceiling"}""");

        Assert.StartsWith(
            """{"id":"light.kitchen_ceiling","name":"Kitchen ceiling","integration":"Home","kind":"light","area":"Kitchen","state":"on","levelPercent":100,"colorTemperatureKelvin":2703,"actions":["turnOn","turnOff","setLevel","setColorTemperature"],"changedAt":""",
            light.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("closed", (await home.House.CallAsync("smartHome.get", """{"entity":"garage"}""")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_list_is_filtered_and_paged()
    {
        await using var home = await SmartHouse.StartAsync();

        Assert.Equal(["Kitchen ceiling", "Kitchen counter"], await NamesAsync("""{"area":"kitchen","kinds":["light"]}"""));
        Assert.Equal(["Bedside lamp"], await NamesAsync("""{"states":["unavailable"]}"""));
        Assert.Equal(["Garage"], await NamesAsync("""{"search":"garage"}"""));
        Assert.Contains("'Kitchen'", (await home.House.FailAsync("smartHome.list", """{"area":"Kichen"}""")).Message, StringComparison.Ordinal);

        List<string> paged = [];
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await home.House.CallAsync("smartHome.list", cursor.Length == 0 ? """{"limit":7}""" : $$"""{"limit":7,"cursor":"{{cursor}}"}""");
            paged.AddRange(Names(page));
            cursor = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }

        Assert.Equal(await NamesAsync("""{"limit":500}"""), paged);
        Assert.Equal(18, paged.Count);
        Assert.Equal("Good night", paged[^2]);

        async Task<string[]> NamesAsync(string input) => Names(await home.House.CallAsync("smartHome.list", input));
    }

    [Theory]
    [InlineData("kichen ceiling", "Kitchen ceiling")]
    [InlineData("kitchen lights", "Kitchen ceiling")]
    [InlineData("living room", "Floor lamp")]
    [InlineData("garage", "Garage")]
    [InlineData("bedroom lamp", "Bedside lamp")]
    public async Task Search_finds_what_is_meant(string text, string first)
    {
        await using var home = await SmartHouse.StartAsync();

        Assert.Equal(first, Names(await home.House.CallAsync("smartHome.search", $$"""{"text":"{{text}}"}"""))[0]);
    }

    [Fact]
    public async Task Areas_tell_what_is_on_open_and_warm()
    {
        await using var home = await SmartHouse.StartAsync();

        var areas = (await home.House.CallAsync("smartHome.areas")).GetProperty("items").EnumerateArray().ToArray();

        Assert.Equal("""{"name":"Kitchen","entities":7,"lights":2,"lightsOn":2,"open":["Kitchen blind"],"temperature":20.5,"unit":"\u00B0C","unavailable":0}""", areas.Single(area => area.GetProperty("name").GetString() == "Kitchen").GetRawText());
        Assert.Equal(["Bedroom", "Hall", "Kitchen", "Living Room"], areas.Select(area => area.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task History_is_told_with_its_figures_and_bounds()
    {
        await using var home = await SmartHouse.StartAsync();
        home.Hub.Set("sensor.kitchen_temperature", "22.5");
        home.Hub.Set("sensor.kitchen_temperature", "unavailable");
        home.Hub.Set("sensor.kitchen_temperature", "21.5");

        var history = await home.House.CallAsync("smartHome.history", """{"entity":"kitchen temperature","limit":2}""");

        Assert.Equal((4, 20.5, 22.5), (history.GetProperty("total").GetInt32(), history.GetProperty("lowest").GetDouble(), history.GetProperty("highest").GetDouble()));
        Assert.InRange(history.GetProperty("mean").GetDouble(), 20.5, 20.6);
        Assert.Equal(["unavailable", "measured"], history.GetProperty("items").EnumerateArray().Select(point => point.GetProperty("state").GetString()));
        Assert.Contains("31 days", (await home.House.FailAsync("smartHome.history", """{"entity":"kitchen temperature","from":"2020-01-01T00:00:00Z"}""")).Message, StringComparison.Ordinal);
        Assert.Equal(ErrorReason.InvalidInput, (await home.House.FailAsync("smartHome.history", """{"entity":"kitchen temperature","from":"2999-01-01T00:00:00Z"}""")).Reason);
    }

    [Fact]
    public async Task Watching_listens_to_the_hub_and_stops_with_the_last_watcher()
    {
        await using var home = await SmartHouse.StartAsync();
        var seen = 0;

        var items = await home.House.StreamAsync("smartHome.watch", """{"area":"Kitchen","kinds":["light"]}""", item =>
        {
            if (++seen == 3)
            {
                Assert.Equal(1, home.Hub.OpenSockets);
                home.Hub.Set("light.kitchen_ceiling", "off");
            }

            return item.GetProperty("items")[0].GetProperty("state").GetString() == "off";
        });

        Assert.Equal("on", items[0].GetProperty("items")[0].GetProperty("state").GetString());
        for (var attempt = 0; home.Hub.OpenSockets > 0 && attempt < 50; attempt++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, home.Hub.OpenSockets);
    }

    [Fact]
    public async Task Watching_goes_on_through_a_restart_and_says_how_old_things_are()
    {
        await using var home = await SmartHouse.StartAsync();
        var step = 0;

        var items = await home.House.StreamAsync("smartHome.watch", """{"search":"kitchen ceiling"}""", item =>
        {
            var report = item.GetProperty("integrations")[0];
            switch (step)
            {
                case 0 when home.Hub.OpenSockets == 1:
                    home.Hub.GoDown();
                    step = 1;
                    break;
                case 1 when !report.GetProperty("ok").GetBoolean():
                    Assert.True(report.GetProperty("ageSeconds").GetDouble() >= 0);
                    home.Hub.ComeBack("light.kitchen_ceiling");
                    step = 2;
                    break;
                case 2 when report.GetProperty("ok").GetBoolean():
                    step = 3;
                    break;
            }

            return step == 3;
        });

        Assert.Equal("unavailable", items[^1].GetProperty("items")[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_hub_that_fails_takes_nothing_away_from_the_others()
    {
        await using var home = await SmartHouse.StartAsync(new Integration("old-id", "Old", "domoticz", "http://127.0.0.1:9"));

        var list = await home.House.CallAsync("smartHome.list", """{"limit":1}""");

        Assert.Single(list.GetProperty("items").EnumerateArray());
        Assert.Equal(["Home:True", "Old:False"], list.GetProperty("integrations").EnumerateArray().Select(report => $"{report.GetProperty("integration").GetString()}:{report.GetProperty("ok").GetBoolean()}"));
        Assert.Equal("off", Assert.Single(await home.DoAsync("turnOff", """{"targets":["Kitchen ceiling"]}""")).GetProperty("value").GetProperty("state").GetString());
        Assert.Contains("not all do: Old", (await home.House.FailAsync("smartHome.get", """{"entity":"Shed"}""")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_hub_it_says_what_to_connect()
    {
        await using var house = await CapabilityHouse.StartAsync(services => services.AddSmartHome());

        var error = await house.FailAsync("smartHome.list");

        Assert.Equal(ErrorReason.NotConfigured, error.Reason);
        Assert.Contains("Add your Home Assistant, Domoticz, ioBroker or Homebridge", error.Message, StringComparison.Ordinal);
    }

    private static string[] Names(JsonElement list) => [.. list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!)];
}
