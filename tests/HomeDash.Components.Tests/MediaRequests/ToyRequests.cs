using HomeDash.Procedures;

namespace HomeDash.Components.Tests.MediaRequests;

/// <summary>Services for requests in memory, one for each integration of the kind.</summary>
internal sealed class ToyRequestKind : IIntegrationKind
{
    private readonly Dictionary<string, ToyRequests> services = [];

    public string Kind => "seerr";

    public string Title => "Seerr";

    public string ExampleUrl => "toy://requests";

    public IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [[]];

    public string? CredentialsHint => null;

    public Type Client => typeof(ToyRequests);

    public ToyRequests this[string name] => services.TryGetValue(name, out var service) ? service : services[name] = new(name);

    public IIntegrationClient Connect(Integration integration) => this[integration.Name];
}

/// <summary>A service for requests in memory: it does what it is told, and fails when it is told to.</summary>
internal sealed class ToyRequests(string name) : IMediaRequests, IIntegrationClient
{
    private readonly List<MediaRequest> requests = [];

    /// <summary>What every call fails with; null to work.</summary>
    public ProcedureException? Failure { get; set; }

    /// <summary>What every order fails with; null to obey.</summary>
    public ProcedureException? Stubborn { get; set; }

    /// <summary>What it was told, in order.</summary>
    public List<string> Told { get; } = [];

    /// <summary>How the film 1 stands.</summary>
    public MediaAvailability Film { get; set; }

    /// <summary>Adds a request.</summary>
    public ToyRequests Ask(string title, RequestStatus status = RequestStatus.Pending, Func<MediaRequest, MediaRequest>? configure = null)
    {
        var request = new MediaRequest
        {
            Id = requests.Count + 1, Integration = name, Title = title, Type = RequestedType.Movie, MediaId = 100 + requests.Count, Status = status, Year = 2008,
            Availability = MediaAvailability.Requested, RequestedBy = "tilda", RequestedAt = DateTimeOffset.UtcNow.AddHours(-2.1 - requests.Count),
        };
        requests.Add(configure is null ? request : configure(request));
        return this;
    }

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Seerr", "3"));

    public Task<MediaFindings> SearchAsync(string query, CancellationToken cancellationToken) => Answer(new MediaFindings(query == "nothing" ? [] :
    [
        new(1, RequestedType.Movie, "Big Buck Bunny", Film, name, 2008, "What it is about."),
        new(2, RequestedType.Series, "Pioneer One", MediaAvailability.Partial, name, 2010),
    ]));

    public Task<MediaRequestOptions> OptionsAsync(RequestedType type, int id, CancellationToken cancellationToken) => Answer(new MediaRequestOptions
    {
        Id = id, Integration = name, Type = type, Title = id == 1 ? "Big Buck Bunny" : "Pioneer One", Availability = id == 1 ? Film : MediaAvailability.Partial, Overview = "What it is about, at length.",
        Seasons = type == RequestedType.Movie ? [] : [new(0, MediaAvailability.Missing, 2, "Specials"), new(1, MediaAvailability.Available, 6), new(2, MediaAvailability.Missing, 4), new(3, MediaAvailability.Missing, 5)],
        Profiles = [new("HD-1080p", "Radarr", true), new("Ultra-HD", "Radarr", false)],
    });

    public Task<HomeDash.MediaRequests> ListAsync(MediaRequestFilter filter, CancellationToken cancellationToken) =>
        Answer(new HomeDash.MediaRequests([.. requests.Where(request => filter.Admits(request.Status, request.RequestedAt))]));

    public Task<MediaRequest> GetAsync(int id, CancellationToken cancellationToken) => Answer(requests.Single(request => request.Id == id));

    public Task<MediaRequestStats> StatsAsync(CancellationToken cancellationToken) =>
        Answer(new MediaRequestStats(name, requests.Count, requests.Count, 0, requests.Count(request => request.Status == RequestStatus.Pending), 1, 2, 0, []));

    public Task<MediaRequest> RequestAsync(NewMediaRequest request, CancellationToken cancellationToken)
    {
        Obey($"request {request.Id} [{string.Join(",", request.Seasons)}] {request.Profile?.Name}".TrimEnd());
        Ask(request.Id == 1 ? "Big Buck Bunny" : "Pioneer One");
        Film = MediaAvailability.Requested;
        return Answer(requests[^1]);
    }

    public Task<MediaRequest> AnswerAsync(int id, bool approve, CancellationToken cancellationToken)
    {
        Obey($"{(approve ? "approve" : "decline")} {id}");
        return Answer(requests[id - 1] = requests[id - 1] with { Status = approve ? RequestStatus.Approved : RequestStatus.Declined, ChangedBy = "ada" });
    }

    private void Obey(string order)
    {
        Told.Add(order);
        if (Stubborn is not null)
        {
            throw Stubborn;
        }
    }

    private Task<T> Answer<T>(T value) => Failure is null ? Task.FromResult(value) : Task.FromException<T>(Failure);
}
