namespace HomeDash;

/// <summary>Whether a DNS blocker blocks, as its service says.</summary>
/// <param name="Status">What it does now.</param>
/// <param name="SecondsLeft">Seconds until blocking comes back by itself; absent when it is on, or stays off.</param>
/// <param name="ResumesAt">When blocking comes back by itself, UTC.</param>
/// <param name="Note">What is worth knowing, for example that the time was rounded up.</param>
public sealed record BlockingState(BlockingStatus Status, int? SecondsLeft = null, DateTimeOffset? ResumesAt = null, string? Note = null)
{
    internal static BlockingState Of(Blocking blocking, DateTimeOffset now) => blocking switch
    {
        { Status: BlockingStatus.Disabled, FlipsAt: { } back } => new(blocking.Status, Seconds(back - now), back.ToUniversalTime(), blocking.Note),
        { Status: BlockingStatus.Enabled, FlipsAt: { } end } => new(
            blocking.Status, Note: $"A timer switches blocking off in {Seconds(end - now)} s; dnsHole.enable cancels it."),
        _ => new(blocking.Status, Note: blocking.Note),
    };

    private static int Seconds(TimeSpan left) => (int)Math.Max(0, Math.Round(left.TotalSeconds));
}

/// <summary>What a DNS blocker does.</summary>
public enum BlockingStatus
{
    /// <summary>It blocks.</summary>
    Enabled,

    /// <summary>It lets everything through.</summary>
    Disabled,

    /// <summary>It runs, and cannot tell; its DNS may have failed.</summary>
    Unknown,
}
