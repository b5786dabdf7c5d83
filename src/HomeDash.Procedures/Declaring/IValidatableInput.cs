namespace HomeDash.Procedures;

/// <summary>
/// A record in an input that has rules across its properties, such as "an end after the start". They are asked once the
/// record is read and each property keeps to its own limits, for JSON and for typed calls alike.
/// </summary>
public interface IValidatableInput
{
    /// <summary>Adds what is wrong.</summary>
    /// <param name="problems">Receives it, with paths that start at this record: <c>end</c>, <c>steps[2]</c>.</param>
    void Validate(ref InputProblems problems);
}
