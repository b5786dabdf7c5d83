namespace HomeDash;

/// <summary>Whether anything in the house is broken.</summary>
/// <param name="Verdict">The answer in one word; <c>allWell</c> only when everything that is connected could be looked at.</param>
/// <param name="Summary">The answer in a sentence or two.</param>
/// <param name="Findings">What is wrong, the worst first.</param>
/// <param name="LookedAt">What was looked at.</param>
/// <param name="NotLookedAt">What could not be looked at, and why.</param>
public sealed record HealthReport(
    Verdict Verdict, string Summary, IReadOnlyList<Finding> Findings, IReadOnlyList<LookedAt> LookedAt, IReadOnlyList<NotLookedAt> NotLookedAt);

/// <summary>Whether anything is broken, in one word.</summary>
public enum Verdict
{
    /// <summary>Everything was looked at and nothing is wrong.</summary>
    AllWell,

    /// <summary>Something is wrong; the findings say what.</summary>
    Problems,

    /// <summary>Nothing wrong was seen, but not everything could be looked at.</summary>
    Unsure,
}

/// <summary>Something that is wrong.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Area">Among what it was found, for example <c>containers</c>.</param>
/// <param name="Subject">What has it: a container, an integration, a disk, a sensor.</param>
/// <param name="Integration">The integration that it belongs to.</param>
/// <param name="Problem">What is wrong, as a sentence.</param>
/// <param name="Advice">What to do about it, as a sentence.</param>
/// <param name="Next">The calls that help, the first one first.</param>
public sealed record Finding(
    Severity Severity, string Area, string Subject, string Integration, string Problem, string Advice, IReadOnlyList<NextCall> Next);

/// <summary>How bad something is.</summary>
public enum Severity
{
    /// <summary>It does not work.</summary>
    Critical,

    /// <summary>It works, and soon may not; or it has ended in a way that nobody asked for.</summary>
    Warning,
}

/// <summary>Something that was looked at.</summary>
/// <param name="Area">What kind of things, for example <c>disks</c>.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Integration">On which integration; absent where they are integrations themselves.</param>
public sealed record LookedAt(string Area, int Count, string? Integration = null);

/// <summary>Something that could not be looked at.</summary>
/// <param name="Area">What kind of things, for example <c>disks</c>.</param>
/// <param name="Reason">Why not, from the closed list of reasons.</param>
/// <param name="Message">Why not, and what to do.</param>
/// <param name="Integration">On which integration; absent when on none.</param>
public sealed record NotLookedAt(string Area, string Reason, string Message, string? Integration = null);
