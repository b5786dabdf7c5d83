using HomeDash.Procedures;

namespace HomeDash.Demo;

/// <summary>A Seerr at which people request films that are never downloaded: what is approved is there after a minute.</summary>
internal sealed class DemoRequests : IMediaRequests, IIntegrationClient
{
    private static readonly TimeSpan Fetching = TimeSpan.FromSeconds(60);
    private static readonly RequestProfile[] Profiles = [new("HD-1080p", "Demo Radarr", true), new("Ultra-HD", "Demo Radarr", false)];

    private readonly Lock changing = new();
    private readonly string name;
    private readonly TimeProvider clock;
    private readonly List<MediaRequest> requests = [];

    public DemoRequests(string name, TimeProvider clock)
    {
        (this.name, this.clock) = (name, clock);
        Make(10378, "family", 400, RequestStatus.Completed);
        Make(33907, "kids", 52, RequestStatus.Completed, 1);
        Make(717471, "kids", 30, RequestStatus.Declined);
        Make(593048, "family", 5, RequestStatus.Pending);
        Make(71446, "kids", 1, RequestStatus.Pending, 2);
        requests.Sort((one, other) => Nullable.Compare(other.RequestedAt, one.RequestedAt));
    }

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Demo Seerr", "1.0"));

    public Task<MediaFindings> SearchAsync(string query, CancellationToken cancellationToken) => NowAsync(() => new MediaFindings(
    [
        .. DemoTitle.All.Where(title => title.Title.Contains(query, StringComparison.OrdinalIgnoreCase))
            .Select(title => new FoundMedia(title.Id, title.Type, title.Title, Whole(title), name, title.Year, title.Overview)),
    ]));

    public Task<MediaRequestOptions> OptionsAsync(RequestedType type, int id, CancellationToken cancellationToken) => NowAsync(() =>
    {
        var title = DemoTitle.All.FirstOrDefault(one => one.Id == id && one.Type == type) ?? throw ProcedureErrors.ServiceFailed($"{name} does not know {id}. mediaRequests.search finds what there is.");
        return new MediaRequestOptions
        {
            Id = id,
            Integration = name,
            Type = type,
            Title = title.Title,
            Year = title.Year,
            Overview = title.Overview,
            Availability = Whole(title),
            Seasons = title.Type == RequestedType.Movie ? [] : [.. title.Parts.Select(season => new SeasonOption(season, PartOf(title, season), title.Seasons[season - 1], $"Season {season}"))],
            Profiles = Profiles,
        };
    });

    public Task<MediaRequests> ListAsync(MediaRequestFilter filter, CancellationToken cancellationToken) =>
        NowAsync(() => new MediaRequests([.. requests.Where(request => filter.Admits(request.Status, request.RequestedAt)).Take(filter.Limit)]));

    public Task<MediaRequest> GetAsync(int id, CancellationToken cancellationToken) => NowAsync(() => Find(id));

    public Task<MediaRequestStats> StatsAsync(CancellationToken cancellationToken) => NowAsync(() => new MediaRequestStats(
        name,
        requests.Count,
        requests.Count(request => request.Type == RequestedType.Movie),
        requests.Count(request => request.Type == RequestedType.Series),
        requests.Count(request => request.Status == RequestStatus.Pending),
        requests.Count(request => request.Status == RequestStatus.Approved),
        requests.Count(request => request.Status == RequestStatus.Completed),
        requests.Count(request => request.Status == RequestStatus.Declined),
        [.. requests.GroupBy(request => request.RequestedBy!).Select(group => new RequestingUser(group.Key, group.Count())).OrderByDescending(user => user.Requests)]));

    public Task<MediaRequest> RequestAsync(NewMediaRequest request, CancellationToken cancellationToken) => NowAsync(() =>
    {
        var made = Make(request.Id, "admin", 0, RequestStatus.Pending, [.. request.Seasons]);
        return requests[0] = made with { Profile = request.Profile?.Name };
    });

    public Task<MediaRequest> AnswerAsync(int id, bool approve, CancellationToken cancellationToken) => NowAsync(() => Change(
        Find(id),
        request => request with
        {
            Status = approve ? RequestStatus.Approved : RequestStatus.Declined,
            Availability = approve ? MediaAvailability.Processing : MediaAvailability.Missing,
            ChangedBy = "admin",
            ChangedAt = clock.GetUtcNow(),
        }));

    private Task<T> NowAsync<T>(Func<T> read)
    {
        lock (changing)
        {
            foreach (var ready in requests.Where(request => request.Status == RequestStatus.Approved && clock.GetUtcNow() - request.ChangedAt >= Fetching).ToArray())
            {
                Change(ready, request => request with { Status = RequestStatus.Completed, Availability = MediaAvailability.Available });
            }

            return Task.FromResult(read());
        }
    }

    private MediaRequest Find(int id) => requests.Find(request => request.Id == id) ?? throw ProcedureErrors.NotFound("request", $"{id}", []);

    private MediaRequest Change(MediaRequest request, Func<MediaRequest, MediaRequest> change) => requests[requests.IndexOf(request)] = change(request);

    private MediaAvailability PartOf(DemoTitle title, int part) =>
        title.There.Contains(part) ? MediaAvailability.Available
        : requests.Where(request => request.MediaId == title.Id && request.Status != RequestStatus.Declined && (part == 0 || request.Seasons!.Contains(part))).Select(request => request.Availability).FirstOrDefault();

    private MediaAvailability Whole(DemoTitle title)
    {
        var parts = title.Parts.Select(part => PartOf(title, part)).Distinct().ToArray();
        return parts is [var only] ? only : parts.Contains(MediaAvailability.Available) ? MediaAvailability.Partial : parts.Max();
    }

    private MediaRequest Make(int id, string by, double hoursAgo, RequestStatus status, params int[] seasons)
    {
        var title = DemoTitle.All.Single(one => one.Id == id);
        var request = new MediaRequest
        {
            Id = requests.Count + 1,
            Integration = name,
            Title = title.Title,
            Year = title.Year,
            Type = title.Type,
            MediaId = id,
            Status = status,
            Availability = status switch { RequestStatus.Completed => MediaAvailability.Available, RequestStatus.Pending => MediaAvailability.Requested, _ => MediaAvailability.Missing },
            Seasons = title.Type == RequestedType.Series ? seasons : null,
            RequestedBy = by,
            RequestedAt = clock.GetUtcNow().AddHours(-hoursAgo),
            ChangedBy = status is RequestStatus.Completed or RequestStatus.Declined ? "admin" : null,
        };
        requests.Insert(0, request);
        return request;
    }
}
