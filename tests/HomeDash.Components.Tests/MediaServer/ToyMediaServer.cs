using HomeDash.Procedures;

namespace HomeDash.Components.Tests.MediaServer;

/// <summary>Media servers in memory, one for each integration of the kind.</summary>
internal sealed class ToyMediaServers : IIntegrationKind
{
    private readonly Dictionary<string, ToyMediaServer> servers = [];

    public string Kind => "jellyfin";

    public string Title => "Jellyfin";

    public string ExampleUrl => "toy://media";

    public IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [[]];

    public string? CredentialsHint => null;

    public Type Client => typeof(ToyMediaServer);

    public ToyMediaServer this[string name] => servers.TryGetValue(name, out var server) ? server : servers[name] = new(name);

    public IIntegrationClient Connect(Integration integration) => this[integration.Name];
}

/// <summary>A media server in memory: it does what it is told, and fails when it is told to.</summary>
internal sealed class ToyMediaServer(string name) : IMediaServer, IIntegrationClient
{
    private readonly List<MediaSession> sessions = [];

    /// <summary>What every call fails with; null to work.</summary>
    public ProcedureException? Failure { get; set; }

    /// <summary>Whether its devices do what they are told.</summary>
    public bool Obeys { get; set; } = true;

    /// <summary>What it was told, in order: <c>Pause s1</c>.</summary>
    public List<string> Told { get; } = [];

    /// <summary>What it has.</summary>
    public IReadOnlyList<AddedMedia> Library { get; set; } = [];

    /// <summary>Plays something.</summary>
    public ToyMediaServer Play(string title, Func<MediaSession, MediaSession>? configure = null)
    {
        var session = new MediaSession
        {
            Id = $"s{sessions.Count + 1}", Integration = name, Title = title, Kind = MediaKind.Movie, State = PlaybackState.Playing, User = "tilda", Device = "Living room", Client = "Web",
            PositionSeconds = 750, LengthSeconds = 3000, Delivery = MediaDelivery.Direct, BitsPerSecond = 8_000_000, Controls = [SessionControl.Pause, SessionControl.Resume, SessionControl.Stop],
        };
        sessions.Add(configure is null ? session : configure(session));
        return this;
    }

    /// <summary>Something that came in.</summary>
    public AddedMedia Added(string title, MediaKind kind, double hoursAgo) => new() { Id = title, Integration = name, Title = title, Kind = kind, AddedAt = DateTimeOffset.UtcNow.AddHours(-hoursAgo) };

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Jellyfin", "10"));

    public Task<MediaSessions> SessionsAsync(CancellationToken cancellationToken) => Answer(new MediaSessions([.. sessions]));

    public Task<AddedMediaPage> RecentAsync(int limit, CancellationToken cancellationToken) => Answer(new AddedMediaPage([.. Library.Take(limit)]));

    public Task<MediaSessions> ControlAsync(string sessionId, SessionControl control, CancellationToken cancellationToken)
    {
        Told.Add($"{control} {sessionId}");
        var index = sessions.FindIndex(session => session.Id == sessionId);
        if (Obeys && control == SessionControl.Stop)
        {
            sessions.RemoveAt(index);
        }
        else if (Obeys)
        {
            sessions[index] = sessions[index] with { State = control == SessionControl.Pause ? PlaybackState.Paused : PlaybackState.Playing };
        }

        return SessionsAsync(cancellationToken);
    }

    private Task<T> Answer<T>(T value) => Failure is null ? Task.FromResult(value) : Task.FromException<T>(Failure);
}
