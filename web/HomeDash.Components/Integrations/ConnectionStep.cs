namespace HomeDash.Components.Integrations;

/// <summary>What has to be right for a connection, in the order in which it shows.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Trouble">What is wrong when it is not, in a few words.</param>
/// <param name="Reasons">The reasons of errors that say that it is wrong.</param>
public sealed record ConnectionStep(string Title, string Trouble, IReadOnlyList<string> Reasons)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ConnectionStep> All { get; } =
    [
        new("Address", "Does not answer", ["unreachable", "timeout"]),
        new("Certificate", "Not trusted", ["untrusted"]),
        new("Credentials", "Credentials refused", ["credentials_refused"]),
        new("Version", "Too old", ["version_too_old"]),
        new("Permission", "Permission missing", ["permission_refused"]),
    ];

    /// <summary>What is wrong, in a few words.</summary>
    /// <param name="reason">The reason of the error.</param>
    public static string TroubleOf(string? reason) => All.FirstOrDefault(step => reason is not null && step.Reasons.Contains(reason))?.Trouble ?? "Fails";

    /// <summary>How far a connection came: the steps, and whether each is right; null for those that were not reached.</summary>
    /// <param name="reason">The reason of the error; null when there was none.</param>
    /// <returns>Nothing when the reason belongs to no step.</returns>
    public static IReadOnlyList<(string Title, bool? Ok)> Reached(string? reason)
    {
        var wrong = reason is null ? All.Count : All.ToList().FindIndex(step => step.Reasons.Contains(reason));
        return wrong < 0 ? [] : [.. All.Select((step, index) => (step.Title, index < wrong ? true : index == wrong ? false : (bool?)null))];
    }
}
