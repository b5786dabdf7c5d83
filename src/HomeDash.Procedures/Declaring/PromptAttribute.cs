namespace HomeDash.Procedures;

/// <summary>
/// Marks a method of a router that writes a prompt: what a person asks an assistant for by picking it from a list. It runs as
/// a query does, takes texts, numbers, choices and targets, and returns a <see cref="PromptScript"/>.
/// </summary>
/// <param name="permission">The permission a caller needs.</param>
public sealed class PromptAttribute(string permission) : ProcedureAttribute(permission);
