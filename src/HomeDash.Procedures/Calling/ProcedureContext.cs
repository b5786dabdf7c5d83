namespace HomeDash.Procedures;

/// <summary>What the pipeline gives a running procedure. Never part of a schema.</summary>
public sealed class ProcedureContext
{
    private readonly ProcedureRequest request;

    internal ProcedureContext(ProcedureRequest request, ChangeSet changes)
    {
        this.request = request;
        Changes = changes;
    }

    /// <summary>Who is calling.</summary>
    public Caller Caller => request.Caller;

    /// <summary>From where: <c>mcp</c>, <c>http</c>, <c>dashboard</c> or <c>cli</c>.</summary>
    public string Surface => request.Surface;

    /// <summary>Names this call in the log.</summary>
    public string RequestId => request.RequestId;

    /// <summary>Whether the caller only wants to know what would happen.</summary>
    public bool DryRun => request.DryRun;

    /// <summary>What the run changes of HomeDash's own data.</summary>
    public ChangeSet Changes { get; }

    /// <summary>A request to call another procedure in this caller's name, from the same surface and with the same patience.</summary>
    public ProcedureRequest NewRequest() => new(Caller, Surface) { Profile = request.Profile, Progress = request.Progress, WaitsToTheEnd = request.WaitsToTheEnd };

    /// <summary>Tells the caller how far the run has come; costs nothing when nobody listens.</summary>
    public void Report(double done, double? total = null, string? message = null) => request.Progress?.Invoke(new(done, total, message));

    /// <summary>
    /// The answer to a question; when it has not been asked yet, the run ends here with <see cref="ProcedureOutcome.NeedsInput"/>
    /// and starts again with the answer. Nothing before this call may have an effect.
    /// </summary>
    public string Ask(Question question) =>
        request.Answers.TryGetValue(question.Key, out var answer) ? answer : throw new RunEnded(new ProcedureOutcome.NeedsInput([question]));

    /// <summary>
    /// Ends the planning part of a mutation on a service: a dry run stops here and answers these steps. Nothing before
    /// this call may have an effect.
    /// </summary>
    /// <param name="steps">What will be done, one sentence a step: <c>Restart plex on nas.</c></param>
    public void Plan(IEnumerable<string> steps)
    {
        if (request.DryRun)
        {
            throw new RunEnded(new ProcedureOutcome.Planned([.. steps], []));
        }
    }
}

/// <summary>Something only a person can answer.</summary>
/// <param name="Key">Names the answer when the call is repeated.</param>
/// <param name="Message">The question.</param>
/// <param name="Kind">What kind of answer is wanted.</param>
/// <param name="Choices">The answers to choose from, for <see cref="QuestionKind.Choice"/>.</param>
public sealed record Question(string Key, string Message, QuestionKind Kind = QuestionKind.Confirm, IReadOnlyList<string>? Choices = null);

/// <summary>What kind of answer a question wants.</summary>
public enum QuestionKind
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    Confirm,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>One of the choices.</summary>
    Choice,
}

/// <summary>Ends a run on purpose; caught by the pipeline alone.</summary>
internal sealed class RunEnded(ProcedureOutcome outcome) : Exception
{
    public ProcedureOutcome Outcome { get; } = outcome;
}
