using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using HomeDash.Procedures;

namespace HomeDash.Integrations.Seerr;

/// <summary>
/// Seerr, Jellyseerr and Overseerr. A wrong key is answered with 403, as is what a user may not do: the key is proven once,
/// and again when it seems to hold no longer.
/// </summary>
internal sealed class SeerrClient : IMediaRequests, IIntegrationClient, IDisposable
{
    private const string NoEntry = "You do not have permission to access this endpoint";
    private const int MayChoose = 2 | 16 | 8192;
    private const int PageSize = 100;
    private const int MostRead = 1000;

    private readonly ServiceHttp http;
    private readonly string key;
    private readonly string name;
    private readonly string product;
    private readonly TimeProvider clock;
    private readonly SeerrMapping mapping;
    private readonly SeerrTitles titles;
    private readonly SeerrProfiles profiles;
    private readonly ServiceSession<SeerrUser> session;

    public SeerrClient(ServiceHttp http, Integration integration, string product, bool sixIsDeleted, TimeProvider clock)
    {
        (this.http, this.product, this.clock, name) = (http, product, clock, integration.Name);
        key = integration.Credentials.ApiKey?.Reveal() ?? "";
        mapping = new(name, sixIsDeleted);
        titles = new(async (type, id, token) => SeerrMapping.ToEntry(await DetailsAsync(type, id, token).ConfigureAwait(false)), clock);
        profiles = new((path, token) => AskAsync(path, token));
        session = new(http.Errors, SignInAsync);
    }

    public async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) =>
        new(product, (await AskAsync("/status", SeerrJson.Default.SeerrStatus, cancellationToken).ConfigureAwait(false)).Version);

    public async Task<MediaFindings> SearchAsync(string query, CancellationToken cancellationToken)
    {
        var found = (await AskAsync($"/search?query={Uri.EscapeDataString(query)}&page=1", SeerrJson.Default.SeerrSearch, cancellationToken).ConfigureAwait(false)).Results;
        if (found.Count == 0)
        {
            // Out of reach of TMDB it finds nothing without a word; what is popular now it fails to tell then.
            await AskAsync("/discover/trending?page=1", SeerrJson.Default.SeerrSearch, cancellationToken).ConfigureAwait(false);
        }

        return new([.. found.Where(one => one.MediaType is "movie" or "tv").Select(mapping.ToFound)]);
    }

    public async Task<MediaRequestOptions> OptionsAsync(RequestedType type, int id, CancellationToken cancellationToken)
    {
        var details = await DetailsAsync(type, id, cancellationToken).ConfigureAwait(false);
        var mayChoose = session.Current is { Permissions: var permissions } && (permissions & MayChoose) != 0;
        return mapping.ToOptions(type, details, mayChoose ? [.. (await profiles.OfAsync(type, cancellationToken).ConfigureAwait(false)).Select(choice => choice.Profile)] : []);
    }

    public async Task<MediaRequests> ListAsync(MediaRequestFilter filter, CancellationToken cancellationToken)
    {
        List<SeerrRequest> found = [];
        for (var skip = 0; skip < MostRead; skip += PageSize)
        {
            var path = string.Create(
                CultureInfo.InvariantCulture, $"/request?take={PageSize}&skip={skip}&sort=added&filter={(filter.Statuses is [RequestStatus.Pending] ? "pending" : "all")}");
            var page = await AskAsync(path, SeerrJson.Default.SeerrRequests, cancellationToken).ConfigureAwait(false);
            found.AddRange(page.Results.Where(request => filter.Admits(SeerrMapping.StatusOf(request.Status), request.CreatedAt)));
            if (found.Count >= filter.Limit || page.Results.Count < PageSize || (filter.Since is { } since && page.Results[^1].CreatedAt < since))
            {
                break;
            }
        }

        return new(await NamedAsync([.. found.OrderByDescending(request => request.CreatedAt).Take(filter.Limit)], cancellationToken).ConfigureAwait(false));
    }

    public async Task<MediaRequest> GetAsync(int id, CancellationToken cancellationToken) => (await NamedAsync([await ReadAsync(id, cancellationToken).ConfigureAwait(false)], cancellationToken).ConfigureAwait(false))[0];

    public async Task<MediaRequestStats> StatsAsync(CancellationToken cancellationToken)
    {
        var count = await AskAsync("/request/count", SeerrJson.Default.SeerrCount, cancellationToken).ConfigureAwait(false);
        var users = await AskAsync("/user?take=10&skip=0&sort=requests", SeerrJson.Default.SeerrUsers, cancellationToken).ConfigureAwait(false);
        return new(
            name, count.Total, count.Movie, count.Tv, count.Pending, count.Processing, count.Available + count.Completed, count.Declined,
            [.. users.Results.Where(user => user.RequestCount > 0).OrderByDescending(user => user.RequestCount).Select(user => new RequestingUser(user.DisplayName ?? $"user {user.Id}", user.RequestCount))]);
    }

    public async Task<MediaRequest> RequestAsync(NewMediaRequest request, CancellationToken cancellationToken)
    {
        var choice = request.Profile is { } wanted ? await profiles.FindAsync(request.Type, wanted, cancellationToken).ConfigureAwait(false) : null;
        var order = new SeerrOrder(
            SeerrMapping.WordOf(request.Type), request.Id, false, request.Type == RequestedType.Series ? request.Seasons : null, choice?.ServerId, choice?.ProfileId);
        var response = await WriteAsync("/request", order, cancellationToken).ConfigureAwait(false);
        return response.Status == HttpStatusCode.Created
            ? await GetAsync(response.Json(SeerrJson.Default.SeerrRequest).Id, cancellationToken).ConfigureAwait(false)
            : throw Refusal(response);
    }

    public async Task<MediaRequest> AnswerAsync(int id, bool approve, CancellationToken cancellationToken)
    {
        var response = await WriteAsync(string.Create(CultureInfo.InvariantCulture, $"/request/{id}/{(approve ? "approve" : "decline")}"), null, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccess)
        {
            throw Refusal(response, $"request {id}");
        }

        var (request, _) = await Settling.UntilAsync(
            token => ReadAsync(id, token), found => SeerrMapping.StatusOf(found.Status) != RequestStatus.Pending, clock, cancellationToken).ConfigureAwait(false);
        return (await NamedAsync([request], cancellationToken).ConfigureAwait(false))[0];
    }

    public void Dispose()
    {
        session.Dispose();
        http.Dispose();
    }

    private Task<SeerrTitle> DetailsAsync(RequestedType type, int id, CancellationToken cancellationToken) =>
        AskAsync(string.Create(CultureInfo.InvariantCulture, $"/{SeerrMapping.WordOf(type)}/{id}"), SeerrJson.Default.SeerrTitle, cancellationToken);

    private async Task<SeerrRequest> ReadAsync(int id, CancellationToken cancellationToken)
    {
        var response = await AskAsync(string.Create(CultureInfo.InvariantCulture, $"/request/{id}"), cancellationToken).ConfigureAwait(false);
        return response.IsSuccess ? response.Json(SeerrJson.Default.SeerrRequest) : throw Refusal(response, $"request {id}");
    }

    private async Task<MediaRequest[]> NamedAsync(IReadOnlyList<SeerrRequest> requests, CancellationToken cancellationToken)
    {
        var title = await titles.OfAsync(requests.Where(request => request.Media is not null).Select(Key), cancellationToken).ConfigureAwait(false);
        return [.. requests.Select(request => mapping.ToRequest(request, request.Media is null ? null : title(Key(request).Type, request.Media.TmdbId)))];

        static (RequestedType Type, int Id) Key(SeerrRequest request) => (request.Type == "tv" ? RequestedType.Series : RequestedType.Movie, request.Media!.TmdbId);
    }

    private async Task<T> AskAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var response = await AskAsync(path, cancellationToken).ConfigureAwait(false);
        return response.IsSuccess ? response.Json(type) : throw Refusal(response);
    }

    private Task<ServiceResponse> AskAsync(string path, CancellationToken cancellationToken) =>
        session.SendAsync(_ => http.ReadAsync(() => Request(HttpMethod.Get, path), cancellationToken), HasEnded, cancellationToken);

    private Task<ServiceResponse> WriteAsync(string path, SeerrOrder? order, CancellationToken cancellationToken) => session.SendAsync(
        _ =>
        {
            var request = Request(HttpMethod.Post, path);
            request.Content = order is null ? null : JsonContent.Create(order, SeerrJson.Default.SeerrOrder);
            return http.WriteAsync(request, cancellationToken);
        },
        HasEnded, cancellationToken);

    private async Task<SeerrUser> SignInAsync(CancellationToken cancellationToken)
    {
        var response = await http.ReadAsync(() => Request(HttpMethod.Get, "/auth/me"), cancellationToken).ConfigureAwait(false);
        return response.Status == HttpStatusCode.Forbidden ? throw http.Errors.CredentialsRefused() : response.Json(SeerrJson.Default.SeerrUser);
    }

    private static bool HasEnded(ServiceResponse response) => response.Status == HttpStatusCode.Unauthorized
        || (response.Status == HttpStatusCode.Forbidden && MessageOf(response)?.StartsWith(NoEntry, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Its messages are written for people; a page or a trace is none.</summary>
    private ProcedureException Refusal(ServiceResponse response, string? what = null) => (response.Status, MessageOf(response)) switch
    {
        (HttpStatusCode.NotFound, not null) when what is not null => http.Errors.NotFound(what),
        (HttpStatusCode.Conflict, { } message) => ProcedureErrors.AlreadyExists($"{name} says: {message}"),
        (HttpStatusCode.Forbidden, { } message) => http.Errors.PermissionRefused(message),
        (_, { Length: > 0 } message) => http.Errors.Says(message),
        _ => http.Errors.Refused(response.Status, response.RetryAfter),
    };

    private static string? MessageOf(ServiceResponse response) => response.TryJson(SeerrJson.Default.SeerrMessage)?.Message;

    private HttpRequestMessage Request(HttpMethod method, string path) => new(method, $"/api/v1{path}") { Headers = { { "X-Api-Key", key } } };
}
