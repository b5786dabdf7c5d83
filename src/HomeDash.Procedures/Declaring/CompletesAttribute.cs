namespace HomeDash.Procedures;

/// <summary>
/// Marks a method of a router that knows the names of targets of one type, for those who are typing one. It runs as a query
/// does, takes the text that was typed until now as <c>text</c>, and returns <see cref="TargetNames"/>: names of what the
/// caller may see.
/// </summary>
/// <param name="permission">The permission a caller needs.</param>
/// <param name="target">The type of the targets, for example <c>ContainerRef</c>.</param>
public sealed class CompletesAttribute(string permission, Type target) : ProcedureAttribute(permission)
{
    /// <summary>The type of the targets.</summary>
    public Type Target { get; } = target;
}
