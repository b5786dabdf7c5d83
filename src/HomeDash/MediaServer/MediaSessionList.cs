using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What is being played.</summary>
/// <param name="Items">What runs first, then what is paused; by name.</param>
/// <param name="BitsPerSecond">What all servers send together, in bits per second, as far as they tell; paused ones are not counted.</param>
/// <param name="Integrations">How each server fared.</param>
public sealed record MediaSessionList(IReadOnlyList<MediaSession> Items, long BitsPerSecond, IReadOnlyList<IntegrationReport> Integrations) : IOutcomes
{
    bool IOutcomes.AllFailed => IntegrationReport.NoneAnswered(Integrations);
}

/// <summary>What became of something that was played, read back from its server.</summary>
/// <param name="Id">Its id on its server.</param>
/// <param name="Title">What is played, in one line.</param>
/// <param name="Integration">The integration that plays it, or played it.</param>
/// <param name="State">Whether it runs now; absent when it has ended.</param>
/// <param name="Note">What is worth knowing, for example that it was paused already.</param>
public sealed record MediaSessionChange(string Id, string Title, string Integration, PlaybackState? State = null, string? Note = null);
