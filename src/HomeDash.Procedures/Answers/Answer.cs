using System.Text.Json;

namespace HomeDash.Procedures;

/// <summary>A result as the JSON that is sent: projected, and within the budget.</summary>
/// <param name="Json">The result object in UTF-8.</param>
/// <param name="AllTargetsFailed">Whether it lists an outcome per target and none worked out.</param>
public sealed record Answer(ReadOnlyMemory<byte> Json, bool AllTargetsFailed) : ProcedureOutcome.Completed
{
    /// <inheritdoc/>
    public override bool AllTargetsFailed { get; } = AllTargetsFailed;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer) => writer.WriteRawValue(Json.Span, skipInputValidation: true);
}
