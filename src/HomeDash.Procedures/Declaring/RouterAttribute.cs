namespace HomeDash.Procedures;

/// <summary>Marks a class whose attributed methods are the procedures of one namespace.</summary>
/// <param name="namespace">First part of every path of this router, for example <c>docker</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RouterAttribute(string @namespace) : Attribute
{
    /// <summary>First part of every path of this router.</summary>
    public string Namespace { get; } = @namespace;

    /// <summary>What one of the router's things is called in titles, for example <c>container</c>; the namespace itself when omitted.</summary>
    public string? Noun { get; init; }
}
