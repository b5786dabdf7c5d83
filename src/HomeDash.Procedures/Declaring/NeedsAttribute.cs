namespace HomeDash.Procedures;

/// <summary>The access a caller needs to the targets of a parameter; without it <see cref="Access.Use"/> in a query and <see cref="Access.Interact"/> in a mutation.</summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class NeedsAttribute(Access access) : Attribute
{
    /// <summary>The least access that will do.</summary>
    public Access Access { get; } = access;
}

/// <summary>What a caller may do with one target. Each level includes those before it.</summary>
public enum Access
{
    /// <summary>See it and read what it says.</summary>
    Use,

    /// <summary>Drive it: start, stop, pause, switch.</summary>
    Interact,

    /// <summary>Configure and delete it.</summary>
    Full,
}
