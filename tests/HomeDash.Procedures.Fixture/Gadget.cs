namespace HomeDash.Procedures.Fixture;

/// <summary>A thing on the shelf.</summary>
/// <param name="Id">Its id, which never changes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="State">What it does at the moment.</param>
/// <param name="Since">Since when it has done that.</param>
/// <param name="Weight">What it weighs, in bytes.</param>
/// <param name="Labels">Free words about it.</param>
/// <param name="Note">A remark, when there is one.</param>
public sealed record Gadget(
    string Id, string Name, GadgetState State, DateTimeOffset Since, long Weight, IReadOnlyDictionary<string, string> Labels, string? Note = null);

/// <summary>What a gadget does.</summary>
public enum GadgetState
{
    /// <summary>Nothing.</summary>
    Idle,

    /// <summary>Its work.</summary>
    Running,

    /// <summary>It has been worn out.</summary>
    WornOut,
}

/// <summary>Something that happened on the shelf.</summary>
/// <param name="Number">Counts up from 1.</param>
/// <param name="Gadget">The gadget's name.</param>
public sealed record GadgetEvent(int Number, string Gadget);

/// <summary>A token, shown once.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Token">The token itself.</param>
public sealed record GadgetToken(string Name, Secret Token);
