using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace HomeDash.Integrations.ICal;

/// <summary>A calendar feed. It is fetched whole, and only when it has changed where its server can tell.</summary>
internal sealed class ICalClient(ServiceHttp http, Credentials credentials, TimeProvider clock) : ICalendar, IIntegrationClient, IDisposable
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(30);

    private readonly Uri path = new(credentials.ApiKey?.Reveal() is { } secret ? "/" + secret.TrimStart('/') : "", UriKind.Relative);
    private readonly AuthenticationHeaderValue? authorization = credentials is { Username: { } user, Password: { } password }
        ? new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password.Reveal()}")))
        : null;

    private volatile Fetched? last;

    public async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken)
    {
        last = null;
        var feed = await FeedAsync(cancellationToken).ConfigureAwait(false);
        return new(feed.Name ?? "Calendar feed", null);
    }

    public async Task<IReadOnlyList<CalendarEntry>> EventsAsync(CalendarSpan span, bool unmonitored, CancellationToken cancellationToken) =>
        ICalOccurrences.In(await FeedAsync(cancellationToken).ConfigureAwait(false), span, cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<ICalFeed> FeedAsync(CancellationToken cancellationToken)
    {
        var known = last;
        if (known is not null && clock.GetElapsedTime(known.At) < FreshFor)
        {
            return known.Feed;
        }

        var answer = await http.ReadAsync(() => Request(known), cancellationToken).ConfigureAwait(false);
        if (answer.Status == HttpStatusCode.NotModified && known is not null)
        {
            last = known with { At = clock.GetTimestamp() };
            return known.Feed;
        }

        var feed = ICalReader.Read(answer.Succeeded().Body.Span) ?? throw http.Errors.MakesNoSense(answer.MediaType == "text/html" ? "a web page" : "no calendar");
        last = new(feed, answer.Headers.ETag, clock.GetTimestamp());
        return feed;
    }

    private HttpRequestMessage Request(Fetched? known)
    {
        var request = new HttpRequestMessage { RequestUri = path, Headers = { Authorization = authorization } };
        request.Headers.Accept.Add(new("text/calendar"));
        request.Headers.Accept.Add(new("*/*", 0.1));
        if (known?.Tag is { } tag)
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        return request;
    }

    private sealed record Fetched(ICalFeed Feed, EntityTagHeaderValue? Tag, long At);
}
