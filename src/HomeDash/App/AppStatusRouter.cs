using System.ComponentModel.DataAnnotations;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Whether apps answer.</summary>
[Router("app", Noun = "app")]
internal sealed class AppStatusRouter(AppStore all, AppCheckStore history, AppChecks checks, HouseData data)
{
    /// <summary>Says of apps whether they are up, slow or down, since when and why. Troubled ones come first.</summary>
    /// <param name="apps">Names or ids of apps; all when left out.</param>
    /// <param name="limit">How many apps to return at most.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(AppPermissions.View, Title = "Show status of apps")]
    public async Task<Page<AppStatus>> Status(
        [MinLength(1), MaxLength(200)] IReadOnlyList<AppRef>? apps = null, [Range(1, 500)] int limit = 200, CancellationToken cancellationToken = default)
    {
        var known = await all.AllAsync(cancellationToken).ConfigureAwait(false);
        var wanted = apps is null ? known : [.. known.Where(app => apps.Any(named => named.Resolved!.Id == app.Id))];
        var found = await history.StatusAsync(wanted, cancellationToken).ConfigureAwait(false);
        return new([.. found.OrderBy(Rank).Take(limit)], found.Count);

        static int Rank(AppStatus status) => status.State switch
        {
            AppState.Down => 0,
            AppState.Slow => 1,
            AppState.Unknown => 2,
            _ => 3,
        };
    }

    /// <summary>Asks apps now whether they answer, keeps that in their history, and returns how they are.</summary>
    /// <param name="apps">Names or ids of the apps.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(AppPermissions.Ping, Effect.Create, Title = "Ping apps")]
    public async Task<Page<AppStatus>> Ping(
        [MinLength(1), MaxLength(AppChecks.MostAtOnce)] IReadOnlyList<AppRef> apps, ProcedureContext context, CancellationToken cancellationToken = default)
    {
        // The transaction begins with the first use of the store: after the apps have answered.
        var named = await checks.FindAsync([.. apps.Select(app => app.Resolved!.Id)], cancellationToken).ConfigureAwait(false);
        context.Plan(named.Select(app => app.AskedAddress is { } address ? $"Ask {address} whether {app.Name} answers." : $"Leave out {app.Name}: it has no address."));
        var answers = await checks.AskAsync(named, cancellationToken).ConfigureAwait(false);
        await AppChecks.KeepAsync(history, answers, cancellationToken).ConfigureAwait(false);
        data.AfterCommit(() =>
        {
            checks.Tell(answers);
            return Task.CompletedTask;
        });
        var found = await history.StatusAsync(named, cancellationToken).ConfigureAwait(false);
        return new(found, found.Count);
    }

    /// <summary>Shows how an app answered in the last 30 days: one item for each stretch in which it answered alike, the newest first.</summary>
    /// <param name="app">Its name or id, as app.list shows them.</param>
    /// <param name="limit">How many stretches to return at most.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(AppPermissions.View, Title = "Show history of app")]
    public async Task<Page<AppPeriod>> History(AppRef app, [Range(1, 500)] int limit = 50, CancellationToken cancellationToken = default) =>
        new(await history.HistoryAsync(app.Resolved!.Id, limit, cancellationToken).ConfigureAwait(false));
}
