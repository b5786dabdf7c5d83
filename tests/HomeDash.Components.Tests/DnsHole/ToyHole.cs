using HomeDash.Procedures;

namespace HomeDash.Components.Tests.DnsHole;

/// <summary>DNS blockers in memory, one for each integration of the kind: they do what they are told, and fail when they are told to.</summary>
internal sealed class ToyHoles(TimeProvider clock) : IIntegrationKind
{
    private readonly Dictionary<string, ToyHole> holes = [];

    public string Kind => "piHole";

    public string Title => "Pi-hole";

    public string ExampleUrl => "toy://hole";

    public IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [[]];

    public string? CredentialsHint => null;

    public Type Client => typeof(ToyHole);

    public ToyHole this[string name] => holes.TryGetValue(name, out var hole) ? hole : holes[name] = new(clock);

    public IIntegrationClient Connect(Integration integration) => this[integration.Name];
}

/// <summary>A DNS blocker in memory.</summary>
internal sealed class ToyHole(TimeProvider clock) : IDnsHole, IIntegrationClient
{
    /// <summary>Whether it blocks.</summary>
    public Blocking State { get; set; } = new(BlockingStatus.Enabled);

    /// <summary>What every call fails with; null to work.</summary>
    public ProcedureException? Failure { get; set; }

    /// <summary>What every order fails with; null to obey.</summary>
    public ProcedureException? Stubborn { get; set; }

    /// <summary>What it was told, in order: <c>off 300</c>, <c>off</c>, <c>on</c>.</summary>
    public List<string> Told { get; } = [];

    /// <summary>What it has blocked most.</summary>
    public IReadOnlyList<BlockedDomain> Top { get; set; } = [new("ads.example.com", 1812)];

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Pi-hole", "6"));

    public Task<Blocking> BlockingAsync(CancellationToken cancellationToken) => Answer(State);

    public Task<DnsHoleReading> ReadAsync(CancellationToken cancellationToken) => Answer(new DnsHoleReading(State, 20_000, 2_500, 151_234, TimeSpan.FromDays(1)));

    public Task<TopBlocked> TopBlockedAsync(int limit, CancellationToken cancellationToken) => Answer(new TopBlocked(Top, TimeSpan.FromDays(1)));

    public Task<Blocking> EnableAsync(CancellationToken cancellationToken) => Obey("on", new(BlockingStatus.Enabled));

    public Task<Blocking> DisableAsync(TimeSpan? pause, CancellationToken cancellationToken) => pause is { } span
        ? Obey($"off {span.TotalSeconds:0}", new(BlockingStatus.Disabled, clock.GetUtcNow() + span))
        : Obey("off", new(BlockingStatus.Disabled));

    private Task<Blocking> Obey(string order, Blocking state)
    {
        Told.Add(order);
        if (Stubborn is not null)
        {
            throw Stubborn;
        }

        return Answer(State = state);
    }

    private Task<T> Answer<T>(T value) => Failure is null ? Task.FromResult(value) : throw Failure;
}
