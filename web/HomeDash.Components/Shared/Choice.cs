namespace HomeDash.Components.Shared;

/// <summary>Something to tick.</summary>
/// <param name="Value">What it stands for.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Ticked">Whether it is ticked to begin with.</param>
public sealed record Choice(string Value, string Title, bool Ticked)
{
    /// <summary>What ticking it means.</summary>
    public string? Description { get; init; }

    /// <summary>Under which heading it stands; none when empty.</summary>
    public string Section { get; init; } = "";

    /// <summary>Whether it stays as it is.</summary>
    public bool Fixed { get; init; }
}
