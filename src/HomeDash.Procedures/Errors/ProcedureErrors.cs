using System.Text.Json;

namespace HomeDash.Procedures;

/// <summary>The errors that many places raise, and the one place that turns exceptions into errors.</summary>
public static class ProcedureErrors
{
    /// <summary>The input breaks the contract.</summary>
    public static ProcedureException InvalidInput(string path, string message) => InvalidInput([new(path, message)]);

    /// <summary>The input breaks the contract in one or more places.</summary>
    public static ProcedureException InvalidInput(IReadOnlyList<InputProblem> problems) =>
        new(new(ProcedureErrorCode.BadRequest, ErrorReason.InvalidInput, Describe(problems)) { Problems = problems });

    /// <summary>What was named does not exist, or the caller may not know that it does.</summary>
    /// <param name="noun">What it is, for example <c>container</c>.</param>
    /// <param name="given">What the caller wrote.</param>
    /// <param name="candidates">What there is; the nearest are named in the message.</param>
    /// <param name="next">The call that lists what there is.</param>
    public static ProcedureException NotFound(string noun, string given, IEnumerable<string> candidates, SuggestedCall? next = null)
    {
        var near = NearestNames.Of(given, candidates);
        var hint = near.Count switch
        {
            0 => next is null ? "" : $" {next.Procedure} lists what there is.",
            1 => $" Did you mean '{near[0]}'?",
            _ => $" Did you mean one of {string.Join(", ", near.Select(name => $"'{name}'"))}?",
        };
        return new(new(ProcedureErrorCode.NotFound, ErrorReason.TargetNotFound, $"There is no {noun} '{given}'.{hint}") { Next = next });
    }

    /// <summary>What was named could be several things.</summary>
    public static ProcedureException Ambiguous(string noun, string given, IEnumerable<string> candidates) =>
        new(new(ProcedureErrorCode.BadRequest, ErrorReason.TargetAmbiguous,
            $"'{given}' could be more than one {noun}: {string.Join(", ", candidates.Take(10).Select(name => $"'{name}'"))}. Give the full name or the id."));

    /// <summary>A thing with that name or id is there already.</summary>
    public static ProcedureException AlreadyExists(string message) =>
        new(new(ProcedureErrorCode.Conflict, ErrorReason.AlreadyExists, message));

    /// <summary>The caller lacks a permission.</summary>
    public static ProcedureException NotAllowed(string message) =>
        new(new(ProcedureErrorCode.Forbidden, ErrorReason.NotAllowed, message));

    /// <summary>A service behind HomeDash could not be reached.</summary>
    public static ProcedureException Unreachable(string message, Exception? inner = null) =>
        new(new(ProcedureErrorCode.BadGateway, ErrorReason.Unreachable, message), inner);

    /// <summary>A service behind HomeDash said no or made no sense.</summary>
    public static ProcedureException ServiceFailed(string message, Exception? inner = null) =>
        new(new(ProcedureErrorCode.BadGateway, ErrorReason.ServiceFailed, message), inner);

    /// <summary>Turns whatever a run threw into an error that may leave the pipeline. Only a <see cref="ProcedureException"/> says its own words.</summary>
    public static ProcedureError From(Exception exception) => exception switch
    {
        ProcedureException own => own.Error,
        JsonException json => new(ProcedureErrorCode.ParseError, ErrorReason.InvalidInput,
            $"The input is not valid JSON (line {json.LineNumber + 1}, byte {json.BytePositionInLine}). Send one JSON object."),
        TimeoutException => new(ProcedureErrorCode.GatewayTimeout, ErrorReason.Timeout, "A service did not answer in time. Try again, or look at its health."),
        OperationCanceledException => new(ProcedureErrorCode.ClientClosedRequest, ErrorReason.Cancelled, "The call was cancelled."),
        _ => new(ProcedureErrorCode.InternalServerError, ErrorReason.Internal, "HomeDash failed at this; its log says why under the request id."),
    };

    private static string Describe(IReadOnlyList<InputProblem> problems) => problems.Count switch
    {
        1 => Line(problems[0]),
        _ => $"{problems.Count} problems with the input: {string.Join(" ", problems.Select(Line))}",
    };

    private static string Line(InputProblem problem) =>
        problem.Path.Length == 0 ? problem.Message : $"{problem.Path}: {problem.Message}";
}
