using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>Asks apps whether they answer. Holds no transaction while it waits for them.</summary>
internal sealed class AppChecks(HouseWork work, IAppProbe probe, TimeProvider clock, IChangeFeed feed)
{
    /// <summary>The topic of the change feed; its id is the app's.</summary>
    public const string Topic = "app.status";

    /// <summary>How many apps are asked at the same time.</summary>
    public const int MostAtOnce = 16;

    /// <summary>Apps asked by somebody else so short a time ago are not asked again.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(30);

    /// <summary>Asks every app that has an address, was not asked just now, and is to be asked at all; keeps what they answer.</summary>
    public async Task RoundAsync(CancellationToken cancellationToken)
    {
        var due = await work.ReadAsync(services => DueAsync(services, cancellationToken)).ConfigureAwait(false);
        if (due.Count == 0)
        {
            return;
        }

        var answers = await AskAsync(due, cancellationToken).ConfigureAwait(false);
        await work.WriteAsync(
            async services =>
            {
                await KeepAsync(services.GetRequiredService<AppCheckStore>(), answers, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        Tell(answers);
    }

    /// <summary>The apps with these ids, read apart from the caller's own transaction.</summary>
    public Task<IReadOnlyList<App>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => work.ReadAsync<IReadOnlyList<App>>(async services =>
        [.. (await services.GetRequiredService<AppStore>().AllAsync(cancellationToken).ConfigureAwait(false)).Where(app => ids.Contains(app.Id))]);

    /// <summary>Asks these apps now; those without an address are left out.</summary>
    public async Task<IReadOnlyList<AppAnswer>> AskAsync(IReadOnlyList<App> apps, CancellationToken cancellationToken)
    {
        using var free = new SemaphoreSlim(MostAtOnce);
        return await Task.WhenAll(apps.Where(app => app.AskedAddress is not null).Select(AskOneAsync)).ConfigureAwait(false);

        async Task<AppAnswer> AskOneAsync(App app)
        {
            await free.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var answer = await probe.AskAsync(new(app.AskedAddress!), cancellationToken).ConfigureAwait(false);
                return AppAnswer.Of(app, answer, clock.GetStorableNow());
            }
            finally
            {
                free.Release();
            }
        }
    }

    /// <summary>Keeps answers in the running transaction.</summary>
    public static async Task KeepAsync(AppCheckStore checks, IReadOnlyList<AppAnswer> answers, CancellationToken cancellationToken)
    {
        foreach (var answer in answers)
        {
            await checks.AddAsync(answer, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Says that there are new answers; comes after commit.</summary>
    public void Tell(IReadOnlyList<AppAnswer> answers)
    {
        foreach (var answer in answers)
        {
            feed.Publish(new(Topic, answer.AppId));
        }
    }

    private async Task<IReadOnlyList<App>> DueAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!(await services.GetRequiredService<HouseSettingStore>().GetAsync(cancellationToken).ConfigureAwait(false)).CheckApps)
        {
            return [];
        }

        var last = await services.GetRequiredService<AppCheckStore>().LastAskedAsync(cancellationToken).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        return [.. (await services.GetRequiredService<AppStore>().AllAsync(cancellationToken).ConfigureAwait(false))
            .Where(app => app.AskedAddress is not null && !(last.TryGetValue(app.Id, out var at) && now - at < Recent))];
    }
}
