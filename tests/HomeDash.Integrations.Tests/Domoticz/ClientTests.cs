using HomeDash.Procedures;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Domoticz.Tests;

/// <summary>What Domoticz answers, and what its client makes of it.</summary>
public sealed class ClientTests : IAsyncLifetime
{
    private DomoticzSimulator hub = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => hub = await DomoticzSimulator.StartAsync();

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task Devices_become_one_vocabulary()
    {
        using var client = Connect();
        var home = await client.ReadAsync(Cancelled);

        Assert.Equal(["Kitchen", "Hall"], home.Areas);
        Assert.Equal((EntityKind.Light, EntityState.On, 100, "Kitchen"), home.Find("1")! is var light ? (light.Kind, light.State, light.LevelPercent, light.Area) : default);
        Assert.Equal((EntityKind.Cover, EntityState.Closed, 0), home.Find("3")! is var shutter ? (shutter.Kind, shutter.State, shutter.LevelPercent) : default);
        Assert.Equal((EntityState.Measured, 19.5, "°C"), home.Find("4")! is var thermometer ? (thermometer.State, thermometer.Value, thermometer.Unit) : default);
        Assert.Equal((EntityKind.Climate, 20.0), home.Find("5")! is var heating ? (heating.Kind, heating.TargetTemperature) : default);
        Assert.Equal((EntityState.Measured, 230.4, "Watt"), home.Find("6")! is var mains ? (mains.State, mains.Value, mains.Unit) : default);
        Assert.Equal((EntityKind.Lock, EntityState.Locked), home.Find("7")! is var door ? (door.Kind, door.State) : default);
        Assert.Empty(home.Find("8")!.Actions);
        Assert.Equal(EntityState.Unavailable, home.Find("9")!.State);
        Assert.Equal((EntityKind.Scene, EntityState.Ready), home.Find("scene-1")! is var scene ? (scene.Kind, scene.State) : default);
    }

    [Theory]
    [InlineData("1", EntityAction.TurnOff, "Off")]
    [InlineData("1", EntityAction.SetLevel, "Set Level: 40 %")]
    [InlineData("3", EntityAction.Open, "Open")]
    [InlineData("7", EntityAction.Unlock, "Unlocked")]
    [InlineData("5", EntityAction.SetTemperature, null)]
    [InlineData("scene-1", EntityAction.Run, null)]
    public async Task An_order_is_proven_by_the_state(string id, EntityAction action, string? status)
    {
        using var client = Connect();
        var before = (await client.ReadAsync(Cancelled)).Find(id)!;
        var order = new EntityOrder(action) { LevelPercent = 40, Temperature = 17.5 };

        var answer = Assert.Single(await client.OrderAsync(order, [before], Cancelled));

        Assert.Null(answer.Refusal);
        Assert.True(order.IsDone(before, answer.After!));
        Assert.True(status is null || hub.StatusOf(id) == status);
    }

    [Fact]
    public async Task An_OK_that_does_nothing_shows_in_the_state()
    {
        hub.Deaf.Add("1");
        using var client = Connect();
        var before = (await client.ReadAsync(Cancelled)).Find("1")!;

        var answer = Assert.Single(await client.OrderAsync(new(EntityAction.TurnOff), [before], Cancelled));

        Assert.Equal(EntityState.On, answer.After!.State);
    }

    [Fact]
    public async Task A_refusal_comes_with_success_and_is_told_beside_what_worked()
    {
        using var client = Connect();
        var home = await client.ReadAsync(Cancelled);

        var answers = await client.OrderAsync(new(EntityAction.TurnOn), [home.Find("2")!, home.Find("8")!, home.Find("2")! with { Id = "99" }], Cancelled);

        Assert.Equal([null, "Home says: WRONG CODE", "Home refused the order to Kettle. Its log may tell why."], answers.Select(answer => answer.Refusal?.Message));
        Assert.Equal(EntityState.On, answers[0].After!.State);
    }

    [Fact]
    public async Task A_session_that_ends_is_renewed()
    {
        using var client = Connect();
        await client.ReadAsync(Cancelled);

        hub.EndSessions();
        await client.ReadAsync(Cancelled);

        Assert.Equal(2, hub.Calls.Count(call => call == "logincheck"));
    }

    [Fact]
    public async Task A_wrong_password_comes_with_success_and_is_refused()
    {
        using var client = Connect();
        hub.Password = "another";

        Assert.Equal(ErrorReason.CredentialsRefused, (await Assert.ThrowsAsync<ProcedureException>(() => client.TestAsync(Cancelled))).Error.Reason);
    }

    [Fact]
    public async Task In_a_trusted_network_nobody_signs_in()
    {
        hub.Trusts = true;
        using var client = Connect(Credentials.None);

        Assert.Equal(new("Domoticz", "2025.1"), await client.TestAsync(Cancelled));
        Assert.DoesNotContain("logincheck", hub.Calls);
    }

    [Fact]
    public async Task The_past_of_switches_and_sensors_is_told()
    {
        using var client = Connect();
        var home = await client.ReadAsync(Cancelled);
        var (from, to) = (DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow);

        Assert.Equal([EntityState.Off, EntityState.On], (await client.HistoryAsync(home.Find("1")!, from, to, Cancelled)).Select(point => point.State));
        Assert.Equal([19.1, 19.5], (await client.HistoryAsync(home.Find("4")!, from, to, Cancelled)).Select(point => point.Value!.Value));
        Assert.Equal(ErrorReason.NotConfigured, (await Assert.ThrowsAsync<ProcedureException>(() => client.HistoryAsync(home.Find("scene-1")!, from, to, Cancelled))).Error.Reason);
    }

    private DomoticzClient Connect(Credentials? credentials = null) => new DomoticzKind(TimeProvider.System).Connect(
        new("home-id", "Home", "domoticz", hub.Url.ToString()) { Credentials = credentials ?? new("admin", new(hub.Password)) });
}
