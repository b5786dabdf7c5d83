using HomeDash.Procedures;
using HomeDash.Testing;

namespace HomeDash.Integrations.Homebridge.Tests;

/// <summary>A real Homebridge with two accessories that do as if.</summary>
public sealed class RealTests : IDisposable
{
    private readonly TestService service = TestService.Find("homebridge");
    private readonly HomebridgeClient client;

    public RealTests() => client = Connect(service.Secret);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Accessories_become_one_vocabulary()
    {
        var home = await client.ReadAsync(Cancelled);

        Assert.Equal(["Coffee machine", "Reading lamp"], home.Entities.Select(entity => entity.Name).Order());
        var lamp = home.Entities.Single(entity => entity.Name == "Reading lamp");
        Assert.Equal((EntityKind.Light, "Lightbulb"), (lamp.Kind, lamp.DeviceClass));
        Assert.Equal([EntityAction.TurnOn, EntityAction.TurnOff, EntityAction.SetLevel], lamp.Actions);
        Assert.Equal(new("Homebridge", "1.11.4"), await client.TestAsync(Cancelled));
    }

    [Fact]
    public async Task Orders_are_proven_by_the_state()
    {
        var home = await client.ReadAsync(Cancelled);
        var (lamp, coffee) = (home.Entities.Single(entity => entity.Name == "Reading lamp"), home.Entities.Single(entity => entity.Name == "Coffee machine"));

        Assert.Equal(30, (await OrderAsync(new(EntityAction.SetLevel) { LevelPercent = 30 }, lamp)).LevelPercent);
        Assert.Equal(EntityState.Off, (await OrderAsync(new(EntityAction.TurnOff), lamp)).State);
        Assert.Equal(EntityState.On, (await OrderAsync(new(EntityAction.TurnOn), coffee)).State);
        Assert.Equal(EntityState.Off, (await OrderAsync(new(EntityAction.TurnOff), coffee)).State);
    }

    [Fact]
    public async Task What_it_refuses_is_told_in_its_words()
    {
        var coffee = (await client.ReadAsync(Cancelled)).Entities.Single(entity => entity.Name == "Coffee machine");

        var answer = Assert.Single(await client.OrderAsync(new(EntityAction.SetTemperature) { Temperature = 20 }, [coffee], Cancelled));

        Assert.Contains("Valid types are: 'On'", answer.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        using var wrong = Connect("secret-and-wrong");

        Assert.Equal(ErrorReason.CredentialsRefused, (await Assert.ThrowsAsync<ProcedureException>(() => wrong.TestAsync(Cancelled))).Error.Reason);
    }

    private async Task<Entity> OrderAsync(EntityOrder order, Entity entity)
    {
        var answer = Assert.Single(await client.OrderAsync(order, [entity], Cancelled));
        Assert.Null(answer.Refusal);
        return answer.After!;
    }

    private HomebridgeClient Connect(string password) => new HomebridgeKind(TimeProvider.System).Connect(
        new("bridge-id", "Bridge", "homebridge", service.Url.ToString()) { Credentials = new(service.Username, new(password)) });
}
