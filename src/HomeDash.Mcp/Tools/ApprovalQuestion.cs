using HomeDash.Procedures;

namespace HomeDash.Mcp;

/// <summary>Asks the user at the client whether a call that is held back may go on, where whoever made the rule leaves that to them.</summary>
internal static class ApprovalQuestion
{
    private const string Prefix = "approval-";

    public static Question Of(ProcedureOutcome.AwaitsApproval waits) => new($"{Prefix}{waits.ApprovalId}", waits.Message, QuestionKind.Confirm);

    /// <summary>
    /// What was said to a question of <see cref="Of"/>; null when none was asked. Which approval it was about is believed
    /// because it comes out of a sealed state.
    /// </summary>
    public static ApprovalAnswer? In(IReadOnlyDictionary<string, string> answers, IReadOnlyList<string> declined) =>
        declined.FirstOrDefault(IsAbout) is { } no ? new(no[Prefix.Length..], Approved: false)
        : answers.Keys.FirstOrDefault(IsAbout) is { } key ? new(key[Prefix.Length..], Approved: answers[key] == "true")
        : null;

    private static bool IsAbout(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);
}
