namespace HomeDash;

/// <summary>A link on the dashboard to something that runs in the house.</summary>
/// <param name="Id">Its id, which never changes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Description">What it is for.</param>
/// <param name="IconUrl">Address of its picture.</param>
/// <param name="Href">Where a click leads.</param>
/// <param name="PingUrl">Address that tells whether it is up; without one, the link is asked.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
public sealed record App(
    string Id, string Name, string? Description, string? IconUrl, string? Href, string? PingUrl, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>The address that tells whether it is up; null when it has none.</summary>
    internal string? AskedAddress => PingUrl ?? Href;
}

/// <summary>A field of an app that can be emptied.</summary>
public enum AppField
{
    /// <summary>What it is for.</summary>
    Description,

    /// <summary>Address of its picture.</summary>
    IconUrl,

    /// <summary>Where a click leads.</summary>
    Href,

    /// <summary>Address that tells whether it is up.</summary>
    PingUrl,
}
