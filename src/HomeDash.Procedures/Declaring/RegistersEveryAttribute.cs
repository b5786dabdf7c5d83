namespace HomeDash.Procedures;

/// <summary>
/// Marks a method that registers every implementation of a type in its assembly: one that it does not name does not compile
/// (HD0020).
/// </summary>
/// <param name="type">The interface or base class.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RegistersEveryAttribute(Type type) : Attribute
{
    /// <summary>The interface or base class.</summary>
    public Type Type { get; } = type;
}
