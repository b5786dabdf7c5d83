namespace HomeDash;

/// <summary>How one integration fared in a read of several.</summary>
/// <param name="Integration">The integration's name.</param>
/// <param name="Ok">Whether it answered now.</param>
/// <param name="Reason">Why not, from the closed list of reasons.</param>
/// <param name="Message">Why not, and what to do.</param>
/// <param name="AgeSeconds">How old what it contributes is, in seconds; absent when it is fresh, or when it contributes nothing.</param>
public sealed record IntegrationReport(string Integration, bool Ok, string? Reason = null, string? Message = null, double? AgeSeconds = null)
{
    /// <summary>Whether integrations were asked and none contributes anything.</summary>
    internal static bool NoneAnswered(IReadOnlyList<IntegrationReport> reports) =>
        reports.Count > 0 && reports.All(report => report is { Ok: false, AgeSeconds: null });
}
