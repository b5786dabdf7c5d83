using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Tests.SmartHome;

/// <summary>Things switched, dimmed, opened and run; what is answered is what the hub shows afterwards.</summary>
public sealed class SwitchTests
{
    [Theory]
    [InlineData("kitchen lights")]
    [InlineData("the kitchen lights")]
    [InlineData("lights in the kitchen")]
    [InlineData("area:Kitchen/light")]
    public async Task Turn_off_the_kitchen_lights(string words)
    {
        await using var home = await SmartHouse.StartAsync();

        var outcomes = await home.DoAsync("turnOff", $$"""{"targets":["{{words}}"]}""");

        Assert.Equal(["Kitchen ceiling", "Kitchen counter"], outcomes.Select(outcome => outcome.GetProperty("target").GetString()).Order());
        Assert.All(outcomes, outcome => Assert.Equal("off", Value(outcome).GetProperty("state").GetString()));
        Assert.Equal(("off", "off", "on"), (home.Hub.StateOf("light.kitchen_ceiling"), home.Hub.StateOf("light.kitchen_counter"), home.Hub.StateOf("switch.kitchen_coffee")));
        Assert.Single(home.Hub.Calls, "POST /api/services/light/turn_off");
    }

    [Fact]
    public async Task A_whole_area_is_what_one_switches_in_it_and_not_its_heating()
    {
        await using var home = await SmartHouse.StartAsync();

        var outcomes = await home.DoAsync("turnOff", """{"targets":["kitchen"]}""");

        Assert.Equal(["Coffee machine", "Kitchen ceiling", "Kitchen counter"], outcomes.Select(outcome => outcome.GetProperty("target").GetString()).Order());
        Assert.Equal("heat", home.Hub.StateOf("climate.kitchen"));
    }

    [Fact]
    public async Task All_lights_are_all_lights_and_one_that_cannot_be_reached_says_so()
    {
        await using var home = await SmartHouse.StartAsync();

        var outcomes = await home.DoAsync("turnOff", """{"targets":["all lights"]}""");

        var lost = Assert.Single(outcomes, outcome => !outcome.GetProperty("ok").GetBoolean());
        Assert.Equal(("Bedside lamp", "wrong_state"), (lost.GetProperty("target").GetString(), lost.GetProperty("reason").GetString()));
        Assert.Contains("is unavailable: its hub cannot reach it", lost.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("It was off already.", Value(outcomes.Single(outcome => outcome.GetProperty("target").GetString() == "Floor lamp")).GetProperty("note").GetString());
        Assert.Equal(4, outcomes.Length);
    }

    [Fact]
    public async Task A_yes_that_does_nothing_is_no_success()
    {
        await using var home = await SmartHouse.StartAsync();
        home.Hub.Deaf.Add("light.kitchen_counter");

        var outcomes = await home.DoAsync("turnOff", """{"targets":["kitchen lights"]}""");

        Assert.Equal([true, false], outcomes.Select(outcome => outcome.GetProperty("ok").GetBoolean()));
        Assert.Equal("Home took the order, but Kitchen counter is on at 50 %.", outcomes[1].GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_device_that_fails_takes_nothing_away_from_the_others()
    {
        await using var home = await SmartHouse.StartAsync();
        home.Hub.Broken.Add("light.kitchen_counter");

        var outcomes = await home.DoAsync("turnOff", """{"targets":["kitchen lights"]}""");

        Assert.Equal([true, false], outcomes.Select(outcome => outcome.GetProperty("ok").GetBoolean()));
        Assert.Contains("Home could not do 'light.turn_off' (HTTP 500)", outcomes[1].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_that_takes_its_time_is_waited_for()
    {
        await using var home = await SmartHouse.StartAsync();
        home.Hub.Lag = TimeSpan.FromSeconds(1.5);

        var outcome = Assert.Single(await home.DoAsync("turnOff", """{"targets":["Kitchen ceiling"]}"""));

        Assert.Equal("off", Value(outcome).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_restart_in_the_middle_is_told_as_not_known()
    {
        await using var home = await SmartHouse.StartAsync();
        home.Hub.Lag = TimeSpan.FromSeconds(30);
        var calling = home.DoAsync("turnOff", """{"targets":["Kitchen ceiling"]}""");
        while (!home.Hub.Calls.Contains("POST /api/services/light/turn_off"))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        home.Hub.GoDown();
        var outcome = Assert.Single(await calling);

        Assert.False(outcome.GetProperty("ok").GetBoolean());
        Assert.Contains("took the order and then did not answer, so that nobody knows whether it was done", outcome.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restart_what_has_not_reported_yet_is_unavailable()
    {
        await using var home = await SmartHouse.StartAsync();
        home.Hub.GoDown();
        home.Hub.ComeBack("light.kitchen_ceiling");

        var outcome = Assert.Single(await home.DoAsync("turnOn", """{"targets":["light.kitchen_ceiling"]}"""));

        Assert.Equal("wrong_state", outcome.GetProperty("reason").GetString());
        Assert.DoesNotContain("POST /api/services/light/turn_on", home.Hub.Calls);
    }

    [Fact]
    public async Task An_unknown_name_lists_the_nearest()
    {
        await using var home = await SmartHouse.StartAsync();

        var error = await home.House.FailAsync("smartHome.turnOff", """{"targets":["kichen ceiling"]}""");

        Assert.Equal(ErrorReason.TargetNotFound, error.Reason);
        Assert.Contains("'Kitchen ceiling'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'Kitchen'", (await home.House.FailAsync("smartHome.turnOff", """{"targets":["area:Kichen"]}""")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_several_have_lists_them()
    {
        await using var home = await SmartHouse.StartAsync();

        var error = await home.House.FailAsync("smartHome.turnOff", """{"targets":["lamp"]}""");

        Assert.Equal(ErrorReason.TargetAmbiguous, error.Reason);
        Assert.Contains("'Living Room/Floor lamp', 'Bedroom/Bedside lamp'", error.Message, StringComparison.Ordinal);
        Assert.Single(await home.DoAsync("turnOn", """{"targets":["Living Room/Floor lamp"]}"""));
    }

    [Fact]
    public async Task A_kind_that_an_area_lacks_says_what_is_there()
    {
        await using var home = await SmartHouse.StartAsync();

        var error = await home.House.FailAsync("smartHome.turnOff", """{"targets":["hall lights"]}""");

        Assert.Contains("There is no light in Hall. What is there: 'Front door', 'Garage'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Levels_colours_and_temperatures_are_read_back()
    {
        await using var home = await SmartHouse.StartAsync();

        Assert.Equal(30, await Of("setLevel", """{"targets":["Kitchen ceiling"],"percent":30}""", "levelPercent"));
        Assert.Equal(25, await Of("setLevel", """{"targets":["Kitchen blind"],"percent":25}""", "levelPercent"));
        Assert.Equal(66, await Of("setLevel", """{"targets":["Ceiling fan"],"percent":50}""", "levelPercent"));
        Assert.Equal(19.5, await Of("setTemperature", """{"targets":["kitchen heating"],"temperature":19.5}""", "targetTemperature"));
        Assert.Equal("#0000ff", Value(Assert.Single(await home.DoAsync("setColor", """{"targets":["Kitchen counter"],"color":"blue"}"""))).GetProperty("color").GetString());
        Assert.Equal(4000, await Of("setColor", """{"targets":["Kitchen ceiling"],"kelvin":4000}""", "colorTemperatureKelvin"));
        Assert.Equal("off", Value(Assert.Single(await home.DoAsync("setLevel", """{"targets":["Kitchen ceiling"],"percent":0}"""))).GetProperty("state").GetString());

        async Task<double> Of(string procedure, string input, string property) => Value(Assert.Single(await home.DoAsync(procedure, input))).GetProperty(property).GetDouble();
    }

    [Fact]
    public async Task What_cannot_be_is_refused_before_anything_is_sent()
    {
        await using var home = await SmartHouse.StartAsync();

        Assert.Contains("takes 7 to 30 °C", await MessageOf("setTemperature", """{"targets":["Kitchen heating"],"temperature":35}"""), StringComparison.Ordinal);
        Assert.Contains("cannot be given a colour; it can be switched on", await MessageOf("setColor", """{"targets":["Floor lamp"],"color":"red"}"""), StringComparison.Ordinal);
        Assert.Contains("'rot' is no colour", (await home.House.FailAsync("smartHome.setColor", """{"targets":["Kitchen counter"],"color":"rot"}""")).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(home.Hub.Calls, call => call.StartsWith("POST /api/services", StringComparison.Ordinal));

        async Task<string> MessageOf(string procedure, string input) => Assert.Single(await home.DoAsync(procedure, input)).GetProperty("message").GetString()!;
    }

    [Fact]
    public async Task Toggle_turns_each_the_other_way()
    {
        await using var home = await SmartHouse.StartAsync();

        var outcomes = await home.DoAsync("toggle", """{"targets":["Kitchen ceiling","Floor lamp","light.kitchen_ceiling"]}""");

        Assert.Equal(["off", "on"], outcomes.Select(outcome => Value(outcome).GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_blind_that_still_moves_is_told_as_moving()
    {
        await using var home = await SmartHouse.StartAsync();

        Assert.Equal("It is still opening.", Value(Assert.Single(await home.DoAsync("open", """{"targets":["kitchen blinds"]}"""))).GetProperty("note").GetString());
        Assert.Equal("open", Value(Assert.Single(await home.DoAsync("stop", """{"targets":["Kitchen blind"]}"""))).GetProperty("state").GetString());
        Assert.Equal("closed", Value(Assert.Single(await home.DoAsync("close", """{"targets":["kitchen"]}"""))).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Scenes_automations_and_scripts_run_and_prove_it_by_the_time()
    {
        await using var home = await SmartHouse.StartAsync();

        Assert.True(RanJustNow(await home.House.CallAsync("smartHome.runScene", """{"scene":"movie night"}""")));
        Assert.True(RanJustNow(await home.House.CallAsync("smartHome.runAutomation", """{"automation":"good night"}""")));
        Assert.True(RanJustNow(await home.House.CallAsync("smartHome.runAutomation", """{"automation":"script.water_plants"}""")));

        home.Hub.Deaf.Add("automation.good_night");
        Assert.Equal("Home took the order, but Good night has not run.", (await home.House.FailAsync("smartHome.runAutomation", """{"automation":"good night"}""")).Message);
        Assert.Contains("'Movie night'", (await home.House.FailAsync("smartHome.runScene", """{"scene":"move night"}""")).Message, StringComparison.Ordinal);

        static bool RanJustNow(JsonElement change) => DateTimeOffset.UtcNow - change.GetProperty("lastRunAt").GetDateTimeOffset() < TimeSpan.FromSeconds(10);
    }

    [Fact]
    public async Task What_would_be_done_is_told_without_doing_it()
    {
        await using var home = await SmartHouse.StartAsync();

        var plan = await home.House.PlanAsync("smartHome.turnOff", """{"targets":["kitchen lights","Bedside lamp"]}""");

        Assert.Equal(["Turn off Kitchen ceiling.", "Turn off Kitchen counter.", "Leave Bedside lamp as it is: it is unavailable: its hub cannot reach it."], plan);
        Assert.Equal("on", home.Hub.StateOf("light.kitchen_ceiling"));
    }

    private static JsonElement Value(JsonElement outcome) => outcome.GetProperty("ok").GetBoolean() ? outcome.GetProperty("value") : throw new InvalidOperationException(outcome.GetRawText());
}
