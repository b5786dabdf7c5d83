using HomeDash.Procedures;

namespace HomeDash.Components.Api.TryIt;

/// <summary>What the pipeline found wrong with an input: each problem at its field, the rest above them all.</summary>
/// <param name="error">Why the call failed; null when it did not.</param>
public sealed class CallProblems(ProcedureError? error)
{
    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public string? At(FormNode node) => error?.Problems.FirstOrDefault(problem => Concerns(problem, node)).Message;

    /// <summary>What no field of the form can show.</summary>
    public IReadOnlyList<InputProblem> Rest(FormNode form) => [.. error?.Problems.Where(problem => !Shown(problem, form)) ?? []];

    private static bool Shown(InputProblem problem, FormNode node) =>
        Concerns(problem, node) || node.Fields.Concat(node.Items).Any(part => Shown(problem, part));

    private static bool Concerns(InputProblem problem, FormNode node) =>
        node.Path is { Length: > 0 } path
        && (problem.Path == path
            || ((node.AsJson || node.Ticked.Count > 0) && problem.Path.StartsWith(path, StringComparison.Ordinal) && problem.Path[path.Length] is ('.' or '[')));
}
