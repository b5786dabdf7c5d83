namespace HomeDash;

/// <summary>What labels say of a container to HomeDash and to Compose. Whoever makes a container writes them: what could be a trap is left out.</summary>
internal static class ContainerLabels
{
    private const int LongestName = 100;

    /// <summary>The container with what its labels say.</summary>
    public static Container Read(Container container) => container with
    {
        Title = Label(container.Labels, "homedash.name") is { Length: <= LongestName } title ? title : null,
        Icon = Label(container.Labels, "homedash.icon") is { } icon && (IsPage(icon) || IsOurs(icon)) ? icon : null,
        Href = Label(container.Labels, "homedash.href") is { } href && IsPage(href) ? href : null,
        Hidden = Label(container.Labels, "homedash.hide") is "true" or "1" or "yes",
        Project = Project(container.Labels),
        Service = Service(container.Labels),
    };

    /// <summary>The compose project that a container with these labels belongs to; null for none.</summary>
    public static string? Project(IReadOnlyDictionary<string, string> labels) => Label(labels, "com.docker.compose.project") ?? Label(labels, "io.podman.compose.project");

    /// <summary>Which service of the project it is; null for none.</summary>
    public static string? Service(IReadOnlyDictionary<string, string> labels) => Label(labels, "com.docker.compose.service") ?? Label(labels, "io.podman.compose.service");

    private static string? Label(IReadOnlyDictionary<string, string> labels, string key) =>
        labels.GetValueOrDefault(key)?.Trim() is { Length: > 0 } value ? value : null;

    private static bool IsPage(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == "http" || address.Scheme == "https");

    /// <summary>A path on this dashboard; two slashes would lead away from it.</summary>
    private static bool IsOurs(string text) => text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal) && !text.Contains('\\');
}
