using HomeDash.Procedures;
using HomeDash.Simulators;

namespace HomeDash.Integrations.HomeAssistant.Tests;

/// <summary>What Home Assistant does that mocks never show, and what its client makes of it.</summary>
public sealed class ClientTests : IAsyncLifetime
{
    private HomeAssistantSimulator hub = null!;
    private HomeAssistantClient client = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        hub = await HomeAssistantSimulator.StartAsync();
        client = new HomeAssistantKind(TimeProvider.System).Connect(new("home-id", "Home", "homeAssistant", hub.Url.ToString()) { Credentials = new(ApiKey: new(hub.Token)) });
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task States_become_one_vocabulary()
    {
        var home = await client.ReadAsync(Cancelled);

        Assert.Equal(["Kitchen", "Living Room", "Bedroom", "Hall"], home.Areas);
        Assert.Equal((EntityKind.Light, EntityState.On, 100, 2703, "Kitchen"), Of("light.kitchen_ceiling") is var light ? (light.Kind, light.State, light.LevelPercent, light.ColorTemperatureKelvin, light.Area) : default);
        Assert.Equal(("#ff0000", 50), Of("light.kitchen_counter") is var counter ? (counter.Color, counter.LevelPercent) : default);
        Assert.Equal((EntityState.Measured, 20.5, "°C"), Of("sensor.kitchen_temperature") is var sensor ? (sensor.State, sensor.Value, sensor.Unit) : default);
        Assert.Equal((EntityState.On, "heat", 20.5, 21.0, "°C"), Of("climate.kitchen") is var heating ? (heating.State, heating.Text, heating.Temperature, heating.TargetTemperature, heating.Unit) : default);
        Assert.Equal((EntityState.Open, 40), Of("cover.kitchen_blind") is var blind ? (blind.State, blind.LevelPercent) : default);
        Assert.Equal(EntityState.Closed, Of("binary_sensor.kitchen_window").State);
        Assert.Equal((EntityState.Playing, "News", 35), Of("media_player.tv") is var player ? (player.State, player.Text, player.LevelPercent) : default);
        Assert.Equal((EntityState.Unavailable, EntityState.Unknown), (Of("light.bedside").State, Of("sensor.bedroom_humidity").State));
        Assert.Equal((EntityState.Armed, "armed_away", 0), Of("alarm_control_panel.house") is var alarm ? (alarm.State, alarm.Text, alarm.Actions.Count) : default);
        Assert.Equal([EntityAction.Close, EntityAction.Unlock], Of("cover.garage").Actions);
        Assert.Null(home.Find("sun.sun"));

        Entity Of(string id) => home.Find(id)!;
    }

    [Fact]
    public async Task A_token_of_somebody_who_is_no_administrator_shows_everything_but_areas_and_is_not_taken_for_wrong()
    {
        hub.IsAdministrator = false;

        var home = await client.ReadAsync(Cancelled);
        await client.ReadAsync(Cancelled);

        Assert.Empty(home.Areas);
        Assert.NotNull(home.Find("light.kitchen_ceiling"));
        Assert.Single(hub.Calls, "POST /api/template");
    }

    [Fact]
    public async Task The_line_tells_what_changes_and_reads_cost_no_call_meanwhile()
    {
        await using var changes = client.FollowAsync(Cancelled).GetAsyncEnumerator(Cancelled);
        var first = changes.MoveNextAsync();
        while (hub.OpenSockets == 0)
        {
            await Task.Delay(20, Cancelled);
        }

        await Task.Delay(300, Cancelled);
        hub.Set("light.kitchen_ceiling", "off");
        Assert.True(await first);
        Assert.Equal("light.kitchen_ceiling", changes.Current);
        var home = await client.ReadAsync(Cancelled);

        Assert.Equal(EntityState.Off, home.Find("light.kitchen_ceiling")!.State);
        Assert.Equal("Kitchen", home.Find("light.kitchen_ceiling")!.Area);
        Assert.DoesNotContain("GET /api/states", hub.Calls);
    }

    [Fact]
    public async Task What_changes_while_the_states_are_read_is_told_before_them_and_not_lost()
    {
        hub.Meanwhile = () => hub.Set("light.kitchen_ceiling", "off");
        await using var changes = client.FollowAsync(Cancelled).GetAsyncEnumerator(Cancelled);
        var first = changes.MoveNextAsync();
        await Task.Delay(500, Cancelled);
        hub.Remove("light.kitchen_counter");
        Assert.True(await first);

        var home = await client.ReadAsync(Cancelled);

        Assert.Equal(EntityState.Off, home.Find("light.kitchen_ceiling")!.State);
        Assert.Null(home.Find("light.kitchen_counter"));
    }

    [Fact]
    public async Task What_was_ordered_is_in_the_next_read_although_the_line_has_not_told_it_yet()
    {
        await using var changes = client.FollowAsync(Cancelled).GetAsyncEnumerator(Cancelled);
        var first = changes.MoveNextAsync();
        await Task.Delay(500, Cancelled);
        hub.IsMute = true;
        var before = (await client.ReadAsync(Cancelled)).Find("light.kitchen_ceiling")!;

        await client.OrderAsync(new(EntityAction.TurnOff), [before], Cancelled);

        Assert.Equal(EntityState.Off, (await client.ReadAsync(Cancelled)).Find("light.kitchen_ceiling")!.State);
        hub.GoDown();
        await Assert.ThrowsAsync<ProcedureException>(async () => await first);
    }

    [Fact]
    public async Task A_line_that_breaks_ends_and_reads_go_over_HTTP_again()
    {
        await using var changes = client.FollowAsync(Cancelled).GetAsyncEnumerator(Cancelled);
        var first = changes.MoveNextAsync();
        await Task.Delay(500, Cancelled);

        hub.GoDown();
        Assert.Equal(ErrorReason.Unreachable, (await Assert.ThrowsAsync<ProcedureException>(async () => await first)).Error.Reason);
        hub.ComeBack();

        Assert.NotEmpty((await client.ReadAsync(Cancelled)).Entities);
        Assert.Contains("GET /api/states", hub.Calls);
    }

    [Fact]
    public async Task A_wrong_token_is_refused_on_the_line_and_not_sent_again()
    {
        hub.Token = "another";

        for (var attempt = 0; attempt < 2; attempt++)
        {
            Assert.Equal(ErrorReason.CredentialsRefused, (await Assert.ThrowsAsync<ProcedureException>(async () => await client.FollowAsync(Cancelled).GetAsyncEnumerator(Cancelled).MoveNextAsync())).Error.Reason);
        }

        Assert.Single(hub.Calls, "GET /api/websocket");
    }

    [Fact]
    public async Task The_past_is_told_with_its_words()
    {
        hub.Set("sensor.kitchen_temperature", "21.5");
        hub.Set("sensor.kitchen_temperature", "unavailable");
        var sensor = (await client.ReadAsync(Cancelled)).Find("sensor.kitchen_temperature")!;

        var past = await client.HistoryAsync(sensor, DateTimeOffset.UtcNow.AddHours(-2), DateTimeOffset.UtcNow.AddSeconds(1), Cancelled);

        Assert.Equal([(EntityState.Measured, 20.5), (EntityState.Measured, 21.5), (EntityState.Unavailable, (double?)null)], past.Select(point => (point.State, point.Value)));
    }

    [Fact]
    public async Task Without_a_recorder_it_says_what_to_add()
    {
        hub.HasHistory = false;
        var sensor = (await client.ReadAsync(Cancelled)).Find("sensor.kitchen_temperature")!;

        var error = (await Assert.ThrowsAsync<ProcedureException>(() => client.HistoryAsync(sensor, DateTimeOffset.UtcNow.AddHours(-2), DateTimeOffset.UtcNow, Cancelled))).Error;

        Assert.Equal(ErrorReason.NotConfigured, error.Reason);
        Assert.Contains("add the integration History", error.Message, StringComparison.Ordinal);
    }
}
