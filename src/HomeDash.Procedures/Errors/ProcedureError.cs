namespace HomeDash.Procedures;

/// <summary>What went wrong, in the one shape that leaves the pipeline.</summary>
/// <param name="Code">tRPC's code, which decides the HTTP status.</param>
/// <param name="Reason">Why, from the closed list.</param>
/// <param name="Message">What was wrong and what to do, for a person and a model alike. Never holds a secret.</param>
public sealed record ProcedureError(ProcedureErrorCode Code, ErrorReason Reason, string Message)
{
    /// <summary>Every bad field of the input; empty unless the reason is <see cref="ErrorReason.InvalidInput"/>.</summary>
    public IReadOnlyList<InputProblem> Problems { get; init; } = [];

    /// <summary>The call that helps the caller on, when there is one.</summary>
    public SuggestedCall? Next { get; init; }
}

/// <summary>One thing wrong with the input.</summary>
/// <param name="Path">Where, as in <c>containers[1]</c> or <c>options.retry</c>; empty for the input as a whole.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public readonly record struct InputProblem(string Path, string Message);

/// <summary>A call to make next.</summary>
/// <param name="Procedure">The procedure's path, for example <c>docker.list</c>.</param>
/// <param name="InputJson">Its input as a JSON object; null for none.</param>
/// <param name="Why">What it will tell.</param>
public sealed record SuggestedCall(string Procedure, string? InputJson = null, string? Why = null);

/// <summary>Carries a <see cref="ProcedureError"/> out of a procedure, a store or a capability.</summary>
public sealed class ProcedureException(ProcedureError error, Exception? inner = null) : Exception(error.Message, inner)
{
    /// <summary>What went wrong.</summary>
    public ProcedureError Error { get; } = error;
}
