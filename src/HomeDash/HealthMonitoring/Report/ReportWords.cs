using System.Collections.Frozen;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Puts what the report saw into a verdict and a few sentences.</summary>
internal static class ReportWords
{
    private const int MostNamed = 3;

    /// <summary>Nobody expected to see this: it does not make the report unsure.</summary>
    private static readonly FrozenSet<string> Harmless = new[] { ErrorReason.NotConfigured.ToWire(), ErrorReason.NotAllowed.ToWire() }.ToFrozenSet();

    public static Verdict Judge(IReadOnlyList<Finding> findings, IReadOnlyList<LookedAt> lookedAt, IReadOnlyList<NotLookedAt> notLookedAt) =>
        findings.Count > 0 ? Verdict.Problems
        : lookedAt.Count == 0 || notLookedAt.Any(gap => !Harmless.Contains(gap.Reason)) ? Verdict.Unsure
        : Verdict.AllWell;

    public static string Summarize(Verdict verdict, IReadOnlyList<Finding> findings, IReadOnlyList<LookedAt> lookedAt, IReadOnlyList<NotLookedAt> notLookedAt)
    {
        var seen = lookedAt.Count == 0
            ? "Nothing could be looked at."
            : $"Looked at {List([.. lookedAt.GroupBy(one => one.Area).Select(area => Count(area.Sum(one => one.Count), area.Key))])}.";
        var unseen = notLookedAt.Count == 0
            ? ""
            : $" Not looked at: {List([.. notLookedAt.Select(gap => (gap.Integration is null ? gap.Area : $"{gap.Area} of {gap.Integration}") + Why(gap)).Distinct()])}.";
        return $"{Opening(verdict, findings)} {seen}{unseen}";
    }

    private static string Opening(Verdict verdict, IReadOnlyList<Finding> findings)
    {
        if (verdict != Verdict.Problems)
        {
            return verdict == Verdict.AllWell ? "All is well." : "Nothing wrong was seen, but not everything could be looked at.";
        }

        var critical = findings.Count(finding => finding.Severity == Severity.Critical);
        var worst = string.Join(" ", findings.Take(MostNamed).Select(finding => finding.Problem));
        var more = findings.Count > MostNamed ? $" And {findings.Count - MostNamed} more." : "";
        return $"{findings.Count} {(findings.Count == 1 ? "problem" : "problems")}, {critical} critical. {worst}{more}";
    }

    /// <summary>The name of an area is a plural that ends in s.</summary>
    private static string Count(int count, string area) => count switch
    {
        0 => $"no {area}",
        1 => $"1 {area[..^1]}",
        _ => $"{count} {area}",
    };

    private static string Why(NotLookedAt gap) =>
        gap.Reason == ErrorReason.NotConfigured.ToWire() ? " (none to ask)"
        : gap.Reason == ErrorReason.NotAllowed.ToWire() ? " (not allowed)"
        : "";

    private static string List(IReadOnlyList<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";
}
