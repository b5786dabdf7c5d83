using System.Collections.Concurrent;
using HomeDash.Procedures;

namespace HomeDash.Integrations.Seerr;

/// <summary>The titles of films and series, each looked up once: a request has none, and they do not change.</summary>
/// <param name="find">Looks one up.</param>
/// <param name="clock">Measures the patience.</param>
internal sealed class SeerrTitles(Func<RequestedType, int, CancellationToken, Task<SeerrTitles.Entry>> find, TimeProvider clock)
{
    private const int MostKept = 2000;

    /// <summary>How long a list of requests waits for titles: it is of more use without some of them than not at all.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<(RequestedType, int), Entry> known = [];

    /// <summary>Looks up what is not known yet, all at the same time.</summary>
    /// <returns>Tells a title; null for one that could not be found now.</returns>
    public async Task<Func<RequestedType, int, Entry?>> OfAsync(IEnumerable<(RequestedType Type, int Id)> wanted, CancellationToken cancellationToken)
    {
        if (known.Count > MostKept)
        {
            known.Clear();
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        await Task.WhenAll(wanted.Distinct().Where(one => !known.ContainsKey(one)).Select(one => LearnAsync(one.Type, one.Id, both.Token))).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return (type, id) => known.GetValueOrDefault((type, id));
    }

    private async Task LearnAsync(RequestedType type, int id, CancellationToken cancellationToken)
    {
        try
        {
            known[(type, id)] = await find(type, id, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ProcedureException or OperationCanceledException)
        {
            // TMDB may be out of the service's reach: the request is told by its number there, and looked up the next time.
        }
    }

    /// <summary>What is kept of a film or a series.</summary>
    internal sealed record Entry(string Title, int? Year);
}
