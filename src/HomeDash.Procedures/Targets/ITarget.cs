namespace HomeDash.Procedures;

/// <summary>
/// Something a caller names in words: a name, an id, the start of an id. On the wire it is a JSON string; the pipeline
/// resolves it once, before the procedure runs.
/// </summary>
public interface ITarget
{
    /// <summary>What the caller wrote.</summary>
    string Given { get; }

    /// <summary>What it turned out to be; null until the pipeline has resolved it.</summary>
    ResolvedTarget? Resolved { get; }
}

/// <summary>Lets generated code make a target of a JSON string.</summary>
/// <typeparam name="TSelf">The target's own type.</typeparam>
public interface ITarget<TSelf> : ITarget
    where TSelf : class, ITarget<TSelf>
{
    /// <summary>What one such thing is called in messages, for example <c>container</c>.</summary>
    static abstract string Noun { get; }

    /// <summary>An unresolved target.</summary>
    static abstract TSelf FromText(string given);
}

/// <summary>A thing that exists, as approvals, access checks and the journal know it.</summary>
/// <param name="Kind">What it is, for example <c>container</c>.</param>
/// <param name="Id">Its full id, which does not change when the thing is renamed.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Owner">Where access is granted when not on the thing itself: a container's integration.</param>
public sealed record ResolvedTarget(string Kind, string Id, string Name, TargetOwner? Owner = null);

/// <summary>The thing whose access rules another thing follows.</summary>
/// <param name="Kind">What it is, for example <c>integration</c>.</param>
/// <param name="Id">Its full id.</param>
public sealed record TargetOwner(string Kind, string Id);
