namespace HomeDash.Components.Downloads;

/// <summary>Which downloads the page shows.</summary>
/// <param name="Search">Text of their name or category; empty for any.</param>
/// <param name="State">What they are doing; null for anything.</param>
/// <param name="Client">The integration that they are in; empty for any.</param>
internal sealed record DownloadsFilter(string Search, DownloadState? State, string Client)
{
    /// <summary>All of them.</summary>
    public static DownloadsFilter None { get; } = new("", null, "");

    /// <summary>Whether some may be left out.</summary>
    public bool IsSet => Text is not null || State is not null || Client.Length > 0;

    /// <summary>The text as the procedure takes it.</summary>
    public string? Text => string.IsNullOrWhiteSpace(Search) ? null : Search.Trim();

    /// <summary>The states as the procedure takes them.</summary>
    public IReadOnlyList<DownloadState>? States => State is { } state ? [state] : null;

    /// <summary>The integrations as the procedure takes them.</summary>
    public IReadOnlyList<IntegrationRef>? Integrations => Client.Length > 0 ? [new(Client)] : null;
}
