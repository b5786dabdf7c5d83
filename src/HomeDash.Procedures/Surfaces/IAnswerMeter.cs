namespace HomeDash.Procedures;

/// <summary>Keeps how long the answers of a surface are. The pipeline cannot know: it hands out values, and surfaces write them.</summary>
public interface IAnswerMeter
{
    /// <summary>Called once when an answer is written. Must not throw and must not wait.</summary>
    /// <param name="definition">What was called.</param>
    /// <param name="surface">The surface that answers, for example <c>mcp</c>.</param>
    /// <param name="bytes">How many bytes of JSON the answer is.</param>
    void Sent(ProcedureDefinition definition, string surface, long bytes);
}
