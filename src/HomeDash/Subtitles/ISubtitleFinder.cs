namespace HomeDash;

/// <summary>A service that finds subtitles. Every method throws <see cref="Procedures.ProcedureException"/> with a reason of the service.</summary>
[Capability("subtitles")]
public interface ISubtitleFinder
{
    /// <summary>How much is wanted, and what is wrong.</summary>
    Task<SubtitleBadges> BadgesAsync(CancellationToken cancellationToken);

    /// <summary>What subtitles are wanted of, films and episodes.</summary>
    /// <param name="most">How many films, and how many episodes, at most.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<WantedReading> WantedAsync(int most, CancellationToken cancellationToken);
}

/// <summary>What subtitles are wanted of.</summary>
/// <param name="Items">Some of it.</param>
/// <param name="Total">How much there is in all.</param>
public sealed record WantedReading(IReadOnlyList<WantedSubtitles> Items, int Total);
