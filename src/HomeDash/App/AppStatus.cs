namespace HomeDash;

/// <summary>How an app answers.</summary>
public enum AppState
{
    /// <summary>Nobody has asked it lately, or it has no address to ask.</summary>
    Unknown,

    /// <summary>It answers.</summary>
    Up,

    /// <summary>It answers, but takes longer than 2 seconds.</summary>
    Slow,

    /// <summary>It does not answer, or answers that it fails.</summary>
    Down,
}

/// <summary>How an app answers, and how it did.</summary>
/// <param name="Id">The app's id.</param>
/// <param name="Name">What people call the app.</param>
/// <param name="State">How it answers now.</param>
/// <param name="Address">The address that is asked: its ping address, or else its link; absent when it has neither.</param>
/// <param name="Since">Since when it is in this state, as far as HomeDash saw without a break.</param>
/// <param name="AskedAt">When it was asked last; absent when never.</param>
/// <param name="Code">The HTTP status it answered last; absent when it did not answer.</param>
/// <param name="Error">What was wrong when it was asked last; absent when nothing was.</param>
/// <param name="ResponseSeconds">How long it took to answer last, in seconds, with the connecting.</param>
/// <param name="CertificateTrusted">Whether its certificate is one that this machine trusts; absent without TLS. An app is up all the same.</param>
/// <param name="UpDay">Share of the last 24 hours in which it answered, 0 to 1, of the time in which HomeDash looked.</param>
/// <param name="UpWeek">The same share of the last 7 days.</param>
public sealed record AppStatus(
    string Id,
    string Name,
    AppState State,
    string? Address = null,
    DateTimeOffset? Since = null,
    DateTimeOffset? AskedAt = null,
    int? Code = null,
    string? Error = null,
    double? ResponseSeconds = null,
    bool? CertificateTrusted = null,
    double? UpDay = null,
    double? UpWeek = null);

/// <summary>A stretch of time in which an app answered in the same way.</summary>
/// <param name="State">How it answered.</param>
/// <param name="From">When it was first seen so.</param>
/// <param name="Until">When it was last seen so.</param>
/// <param name="Asked">How often it was asked meanwhile.</param>
/// <param name="AverageSeconds">How long its answers took on average, in seconds.</param>
/// <param name="SlowestSeconds">How long the slowest took, in seconds.</param>
/// <param name="Code">The HTTP status it answered; absent when it did not answer.</param>
/// <param name="Error">What was wrong; absent when nothing was.</param>
public sealed record AppPeriod(
    AppState State, DateTimeOffset From, DateTimeOffset Until, long Asked, double AverageSeconds, double SlowestSeconds, int? Code = null, string? Error = null);
