using HomeDash.Procedures;

namespace HomeDash.Components.Shared;

/// <summary>What is wrong with a form: each problem at its field, the rest above them all.</summary>
/// <param name="fields">The fields that the form shows.</param>
public sealed class FormProblems(params IReadOnlyCollection<string> fields)
{
    private ProcedureError? error;

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public string? this[string field] => error?.Problems.FirstOrDefault(problem => problem.Path == field).Message;

    /// <summary>What is wrong with one of the things in a field that holds a list; null when nothing is.</summary>
    public string? InList(string field) => error?.Problems.FirstOrDefault(problem => problem.Path.StartsWith($"{field}[", StringComparison.Ordinal)).Message;

    /// <summary>What is wrong that no field can show; null when nothing is.</summary>
    public string? Rest => error is null || (error.Problems.Count > 0 && error.Problems.All(problem => fields.Contains(problem.Path) || fields.Any(known => problem.Path.StartsWith($"{known}[", StringComparison.Ordinal)))) ? null : error.Message;

    /// <summary>Why it failed; null when it did not.</summary>
    public ErrorReason? Reason => error?.Reason;

    /// <summary>Runs what the form does and keeps what was wrong with it.</summary>
    /// <returns>Null when it failed.</returns>
    public async Task<T?> TryAsync<T>(Func<Task<T>> submit)
        where T : class
    {
        try
        {
            error = null;
            return await submit();
        }
        catch (ProcedureException failure)
        {
            error = failure.Error;
            return null;
        }
    }
}
