using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Web.Commands.Calling;

/// <summary>How a call from the command line has ended.</summary>
internal abstract record CallAnswer
{
    /// <summary>It has a result.</summary>
    public sealed record Result(JsonElement Json) : CallAnswer;

    /// <summary>It was refused, or failed.</summary>
    /// <param name="Reason">Why, from the closed list of reasons, as it is on the wire.</param>
    /// <param name="Message">Why, in words.</param>
    /// <param name="Problems">What is wrong with the input, each with its path.</param>
    public sealed record Refusal(string Reason, string Message, IReadOnlyList<InputProblem> Problems) : CallAnswer
    {
        /// <summary>Whether the caller asked wrongly, in contrast to something that did not work.</summary>
        public bool WrongUsage => Reason is "invalid_input" or "unknown_procedure";

        /// <summary>What ends the verb with the right exit code.</summary>
        public Exception Failure => WrongUsage ? new UsageFailure([.. Lines]) : new CallFailure([.. Lines]);

        /// <summary>One line a problem.</summary>
        public IEnumerable<string> Lines => Problems.Count == 0 ? [Message]
            : Problems.Select(problem => problem.Path.Length == 0 ? problem.Message : $"{problem.Path}: {problem.Message}");
    }
}
