using System.ComponentModel.DataAnnotations;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Subtitles that Bazarr looks for.</summary>
[Router("subtitles", Noun = "subtitles")]
internal sealed class SubtitlesRouter(IntegrationFleet fleet, Watch watch)
{
    private const int MostWanted = 500;

    /// <summary>Tells how many episodes and films lack subtitles, which providers are throttled, and what Bazarr says is wrong.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these, by name; all when left out.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(SubtitlesPermissions.View, Title = "Summarize subtitles")]
    public async Task<SubtitleBadgesList> Badges(
        ProcedureContext context, [MinLength(1), MaxLength(50)] IReadOnlyList<IntegrationRef>? integrations = null, CancellationToken cancellationToken = default)
    {
        var answers = await fleet.AskAsync(
            fleet.Usable<ISubtitleFinder>(context.Caller, integrations), "badges", (manager, token) => manager.BadgesAsync(token), cancellationToken).ConfigureAwait(false);
        return new([.. answers.Values.Select(answer => answer.Value).OrderBy(badges => badges.Integration, StringComparer.OrdinalIgnoreCase)], answers.Reports);
    }

    /// <summary>Streams what subtitles.badges tells, every few seconds.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these, by name; all when left out.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    [Subscription(SubtitlesPermissions.View, Title = "Watch subtitles")]
    public IAsyncEnumerable<SubtitleBadgesList> Watch(
        ProcedureContext context, [MinLength(1), MaxLength(50)] IReadOnlyList<IntegrationRef>? integrations = null, CancellationToken cancellationToken = default) =>
        watch.FollowAsync(token => Badges(context, integrations, token), cancellationToken);

    /// <summary>Lists the episodes and films that lack subtitles, with the languages wanted; of each Bazarr 500 films and 500 episodes at most.</summary>
    /// <param name="context">The run.</param>
    /// <param name="integrations">Only these, by name; all when left out.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cursor">Where to go on: <c>next</c> of the page before.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(SubtitlesPermissions.View, Title = "List wanted subtitles")]
    public async Task<WantedSubtitlesList> Wanted(
        ProcedureContext context,
        [MinLength(1), MaxLength(50)] IReadOnlyList<IntegrationRef>? integrations = null,
        [Range(1, 200)] int limit = 50,
        [MaxLength(2000)] string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        var answers = await fleet.AskAsync(
            fleet.Usable<ISubtitleFinder>(context.Caller, integrations), "wanted", (manager, token) => manager.WantedAsync(MostWanted, token), cancellationToken).ConfigureAwait(false);
        var page = KeyedPage.Of(answers.Values.SelectMany(answer => answer.Value.Items), KeyOf, cursor, limit, "subtitles.wanted");
        return new(page.Items, answers.Values.Sum(answer => answer.Value.Total), answers.Reports, page.Next);
    }

    private static string KeyOf(WantedSubtitles wanted) => $"{wanted.Title.ToUpperInvariant()}\n{Sortable(wanted.Number)}\n{wanted.Integration}\n{wanted.Kind}\n{wanted.Id}";

    /// <summary>2x5 before 2x10.</summary>
    private static string Sortable(string? number) => string.Join('x', (number ?? "").Split('x').Select(part => part.PadLeft(5, '0')));
}
