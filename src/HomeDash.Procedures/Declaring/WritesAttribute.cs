namespace HomeDash.Procedures;

/// <summary>Marks a capability method that changes the service behind it. A query that calls one does not compile.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class WritesAttribute : Attribute;
