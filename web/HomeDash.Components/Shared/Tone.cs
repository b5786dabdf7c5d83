namespace HomeDash.Components.Shared;

/// <summary>What a colour says.</summary>
public enum Tone
{
    /// <summary>Nothing.</summary>
    Plain,

    /// <summary>This one is in use, or chosen.</summary>
    Accent,

    /// <summary>All is well.</summary>
    Good,

    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Look at this.</summary>
    Warn,

    /// <summary>Something is wrong, or will be gone for good.</summary>
    Bad,
}
