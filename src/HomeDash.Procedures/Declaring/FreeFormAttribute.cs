namespace HomeDash.Procedures;

/// <summary>
/// Lets a <see cref="System.Text.Json.JsonElement"/> be a parameter or a property: a JSON object of whatever shape. For what
/// only another program can say the shape of; a record serves callers better.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, Inherited = false)]
public sealed class FreeFormAttribute : Attribute;
