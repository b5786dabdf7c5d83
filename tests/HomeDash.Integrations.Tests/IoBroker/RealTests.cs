using HomeDash.Procedures;
using HomeDash.Testing;

namespace HomeDash.Integrations.IoBroker.Tests;

/// <summary>A real ioBroker with a room of four states, one of them of a device that never answers.</summary>
public sealed class RealTests : IDisposable
{
    private readonly IoBrokerClient client;

    public RealTests() => client = new IoBrokerKind(TimeProvider.System).Connect(new("broker-id", "Broker", "ioBroker", TestService.Find("iobroker").Url.ToString()));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task States_become_one_vocabulary()
    {
        var home = await client.ReadAsync(Cancelled);

        Assert.Equal(["Kitchen"], home.Areas);
        Assert.Equal((EntityKind.Light, "Lamp", "Kitchen"), home.Find("0_userdata.0.lamp")! is var lamp ? (lamp.Kind, lamp.Name, lamp.Area) : default);
        Assert.Equal((EntityState.Measured, 21.5, "°C"), home.Find("0_userdata.0.temperature")! is var sensor ? (sensor.State, sensor.Value, sensor.Unit) : default);
        Assert.Equal([EntityAction.TurnOn, EntityAction.TurnOff, EntityAction.SetLevel], home.Find("0_userdata.0.dimmer")!.Actions);
        Assert.Equal("ioBroker", (await client.TestAsync(Cancelled)).Product);
    }

    [Fact]
    public async Task Orders_are_proven_by_the_value()
    {
        var home = await client.ReadAsync(Cancelled);

        Assert.Equal((EntityState.On, null), await OrderAsync(new(EntityAction.TurnOn), home.Find("0_userdata.0.lamp")!) is var on ? (on.After!.State, on.Note) : default);
        Assert.Equal(40, (await OrderAsync(new(EntityAction.SetLevel) { LevelPercent = 40 }, home.Find("0_userdata.0.dimmer")!)).After!.LevelPercent);
        Assert.Equal(EntityState.Off, (await OrderAsync(new(EntityAction.TurnOff), home.Find("0_userdata.0.lamp")!)).After!.State);
    }

    [Fact]
    public async Task A_value_that_no_device_acknowledges_is_told_as_such()
    {
        var home = await client.ReadAsync(Cancelled);

        var answer = await OrderAsync(new(EntityAction.TurnOn), home.Find("hue.0.silent")!);

        Assert.Equal(EntityState.On, answer.After!.State);
        Assert.Equal("ioBroker has the value, but no device has acknowledged it yet.", answer.Note);
    }

    [Fact]
    public async Task The_past_is_what_is_known_of_it()
    {
        var lamp = (await client.ReadAsync(Cancelled)).Find("0_userdata.0.lamp")!;
        await OrderAsync(new(EntityAction.TurnOn), lamp);

        var past = await client.HistoryAsync(lamp, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddSeconds(5), Cancelled);

        Assert.Equal(EntityState.On, past[^1].State);
    }

    private async Task<OrderAnswer> OrderAsync(EntityOrder order, Entity entity)
    {
        var answer = Assert.Single(await client.OrderAsync(order, [entity], Cancelled));
        return answer.Refusal is null ? answer : throw new ProcedureException(answer.Refusal);
    }
}
