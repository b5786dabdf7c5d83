namespace HomeDash;

/// <summary>What labels say of a container to HomeDash and to Compose. Whoever makes a container writes them: what could be a trap is left out.</summary>
internal static class ContainerLabels
{
    private const int LongestName = 100;

    /// <summary>The container with what its labels say.</summary>
    public static Container Read(Container container) => container with
    {
        Title = Label(container, "homedash.name") is { Length: <= LongestName } title ? title : null,
        Icon = Label(container, "homedash.icon") is { } icon && (IsPage(icon) || IsOurs(icon)) ? icon : null,
        Href = Label(container, "homedash.href") is { } href && IsPage(href) ? href : null,
        Hidden = Label(container, "homedash.hide") is "true" or "1" or "yes",
        Project = Label(container, "com.docker.compose.project") ?? Label(container, "io.podman.compose.project"),
        Service = Label(container, "com.docker.compose.service") ?? Label(container, "io.podman.compose.service"),
    };

    private static string? Label(Container container, string key) =>
        container.Labels.GetValueOrDefault(key)?.Trim() is { Length: > 0 } value ? value : null;

    private static bool IsPage(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == "http" || address.Scheme == "https");

    /// <summary>A path on this dashboard; two slashes would lead away from it.</summary>
    private static bool IsOurs(string text) => text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal) && !text.Contains('\\');
}
