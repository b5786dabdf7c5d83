using HomeDash.Procedures;

namespace HomeDash.Components.Tests.SmartHome;

/// <summary>Smart homes in memory, one for each integration of the kind.</summary>
internal sealed class ToyHomes : IIntegrationKind
{
    private readonly Dictionary<string, ToyHome> homes = [];

    public string Kind => "homeAssistant";

    public string Title => "Home Assistant";

    public string ExampleUrl => "toy://home";

    public IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [[]];

    public string? CredentialsHint => null;

    public Type Client => typeof(ToyHome);

    public ToyHome this[string name] => homes.TryGetValue(name, out var home) ? home : homes[name] = new(name);

    public IIntegrationClient Connect(Integration integration) => this[integration.Name];
}

/// <summary>A smart home in memory: it does what it is told, and fails when it is told to.</summary>
internal sealed class ToyHome(string name) : ISmartHome, IIntegrationClient
{
    private static readonly EntityAction[] OnOff = [EntityAction.TurnOn, EntityAction.TurnOff];

    /// <summary>What is in it.</summary>
    public List<Entity> Entities { get; } =
    [
        Of("light.ceiling", "Ceiling", EntityKind.Light, "Kitchen", EntityState.On, [.. OnOff, EntityAction.SetLevel, EntityAction.SetColor]) with { LevelPercent = 80, Integration = name },
        Of("climate.kitchen", "Heating", EntityKind.Climate, "Kitchen", EntityState.On, [EntityAction.SetTemperature]) with { Temperature = 20.5, TargetTemperature = 21, MaxTemperature = 21.3, Unit = "°C", Integration = name },
        Of("cover.blind", "Blind", EntityKind.Cover, "Kitchen", EntityState.Closed, [EntityAction.Open, EntityAction.Close, EntityAction.Stop, EntityAction.SetLevel]) with { LevelPercent = 0, Integration = name },
        Of("lock.door", "Front door", EntityKind.Lock, "Hall", EntityState.Locked, [EntityAction.Lock, EntityAction.Unlock]) with { Integration = name },
        Of("switch.lost", "Wallbox", EntityKind.Switch, "Hall", EntityState.Unavailable, OnOff) with { Integration = name },
        Of("sensor.power", "Power", EntityKind.Sensor, null, EntityState.Measured, []) with { Value = 1234.5, Unit = "W", Integration = name },
        Of("scene.movie", "Movie night", EntityKind.Scene, null, EntityState.Ready, [EntityAction.Run]) with { Integration = name },
    ];

    /// <summary>What every read fails with; null to work.</summary>
    public ProcedureException? Failure { get; set; }

    /// <summary>Whether it says yes and does nothing.</summary>
    public bool Deaf { get; set; }

    /// <summary>What it was told: <c>turnOff light.ceiling</c>, <c>SetLevel light.ceiling 30</c>.</summary>
    public List<string> Told { get; } = [];

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Home Assistant", "1"));

    public Task<HomeState> ReadAsync(CancellationToken cancellationToken) =>
        Failure is null ? Task.FromResult(new HomeState([.. Entities], [.. Entities.Select(entity => entity.Area).OfType<string>().Distinct()])) : throw Failure;

    public Task<IReadOnlyList<HistoryPoint>> HistoryAsync(Entity entity, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<HistoryPoint>>([]);

    public Task<IReadOnlyList<OrderAnswer>> OrderAsync(EntityOrder order, IReadOnlyList<Entity> entities, CancellationToken cancellationToken)
    {
        foreach (var entity in entities)
        {
            Told.Add(string.Join(' ', new object?[] { order.Action, entity.Id, order.LevelPercent, order.Color, order.Temperature }.Where(part => part is not null)));
            if (!Deaf)
            {
                Entities[Entities.FindIndex(one => one.Id == entity.Id)] = Apply(order, entity);
            }
        }

        return Task.FromResult<IReadOnlyList<OrderAnswer>>([.. entities.Select(entity => new OrderAnswer(Entities.Find(one => one.Id == entity.Id)))]);
    }

    private static Entity Apply(EntityOrder order, Entity entity) => order.Action switch
    {
        EntityAction.TurnOn => entity with { State = EntityState.On },
        EntityAction.TurnOff => entity with { State = EntityState.Off },
        EntityAction.SetLevel => entity with { State = entity.Kind == EntityKind.Cover ? EntityState.Open : EntityState.On, LevelPercent = order.LevelPercent },
        EntityAction.SetColor => entity with { Color = order.Color },
        EntityAction.SetTemperature => entity with { TargetTemperature = order.Temperature },
        EntityAction.Open => entity with { State = EntityState.Opening },
        EntityAction.Close => entity with { State = EntityState.Closed },
        EntityAction.Stop => entity with { State = EntityState.Open, LevelPercent = 40 },
        EntityAction.Unlock => entity with { State = EntityState.Unlocked },
        EntityAction.Lock => entity with { State = EntityState.Locked },
        _ => entity with { LastRunAt = DateTimeOffset.UtcNow },
    };

    private static Entity Of(string id, string name, EntityKind kind, string? area, EntityState state, EntityAction[] actions) =>
        new() { Id = id, Name = name, Integration = "", Kind = kind, Area = area, State = state, Actions = actions };
}
