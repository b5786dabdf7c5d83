namespace HomeDash;

/// <summary>A service that collects what comes out. Every method throws <see cref="Procedures.ProcedureException"/> with a reason of the service.</summary>
[Capability("calendar")]
public interface IMediaOrganizer
{
    /// <summary>What it looks for, what is out, and what is not there, the newest first.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<MissingReading> MissingAsync(int most, CancellationToken cancellationToken);

    /// <summary>What it is fetching.</summary>
    Task<IReadOnlyList<QueuedMedia>> QueueAsync(CancellationToken cancellationToken);
}

/// <summary>What a service misses.</summary>
/// <param name="Items">The newest of it.</param>
/// <param name="Total">How much there is in all.</param>
public sealed record MissingReading(IReadOnlyList<MissingMedia> Items, int Total);
