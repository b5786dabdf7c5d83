namespace HomeDash.Procedures;

/// <summary>
/// Marks a static class whose documented <c>const string</c> fields are permissions.
/// Only permissions declared in such a class can be named by a procedure.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PermissionSetAttribute : Attribute;
