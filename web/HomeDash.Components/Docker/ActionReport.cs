using HomeDash.Procedures;

namespace HomeDash.Components.Docker;

/// <summary>What became of an action, target by target.</summary>
/// <param name="Title">What was done: <c>Restarted 2 of 3</c>.</param>
/// <param name="Lines">One line per target.</param>
public sealed record ActionReport(string Title, IReadOnlyList<ActionReport.Line> Lines)
{
    /// <summary>Whether every target worked out.</summary>
    public bool Ok => Lines.All(line => line.Ok);

    /// <summary>From what the procedure answered.</summary>
    public static ActionReport Of(ContainerAction action, Outcomes<ContainerState> outcomes) => Of(action.Done(), outcomes, state => state.Note);

    /// <summary>From what a procedure answered.</summary>
    /// <param name="done">What was done: <c>Restarted</c>.</param>
    /// <param name="outcomes">The answer.</param>
    /// <param name="note">What is worth knowing of a target that worked out.</param>
    public static ActionReport Of<T>(string done, Outcomes<T> outcomes, Func<T, string?> note)
        where T : class
    {
        var worked = outcomes.Items.Count(item => item.Ok);
        var title = outcomes.Items.Count == 1 && worked == 1 ? done : $"{done} {worked} of {outcomes.Items.Count}";
        return new(title, [.. outcomes.Items.Select(item => new Line(item.Target, item.Ok, item.Ok ? item.Value is { } value ? note(value) : null : item.Message))]);
    }

    /// <summary>The call as a whole did not work.</summary>
    public static ActionReport Of(ContainerAction action, ProcedureError error) => Of(action.ToString(), error);

    /// <summary>A call as a whole did not work.</summary>
    public static ActionReport Of(string action, ProcedureError error) => new($"{action} did not work", [new("", false, error.Message)]);

    /// <summary>What became of one target.</summary>
    /// <param name="Target">Its name; empty for the call as a whole.</param>
    /// <param name="Ok">Whether it worked out.</param>
    /// <param name="Words">Why not, or what is worth knowing.</param>
    public sealed record Line(string Target, bool Ok, string? Words);
}
