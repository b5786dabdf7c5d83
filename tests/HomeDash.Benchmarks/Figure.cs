namespace HomeDash.Benchmarks;

/// <summary>One line of the report.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Result">What came out, with its unit.</param>
/// <param name="Target">What it should be at most; empty where the figure is only told.</param>
/// <param name="Verdict">Whether that was met.</param>
internal sealed record Figure(string What, string Result, string Target = "", Verdict Verdict = Verdict.Told)
{
    /// <summary>A figure that is the same on every machine: bytes, allocations and ratios. Missing it fails the run.</summary>
    public static Figure Bound(string what, double result, double target, string unit) =>
        new(what, $"{result:#,0.##} {unit}", $"≤ {target:#,0.##} {unit}", result <= target ? Verdict.Met : Verdict.Missed);

    /// <summary>A figure of the clock: how fast the machine is, and how busy, has a say in it, so missing it fails nothing.</summary>
    public static Figure Clock(string what, double result, double target, string unit) =>
        new(what, $"{result:#,0.##} {unit}", $"≤ {target:#,0.##} {unit}", result <= target ? Verdict.Met : Verdict.Slow);
}

/// <summary>What a figure means for the run.</summary>
internal enum Verdict
{
    /// <summary>It has no target.</summary>
    Told,

    /// <summary>It is at or below its target.</summary>
    Met,

    /// <summary>It is above its target here; another machine may be faster.</summary>
    Slow,

    /// <summary>It is above its target on every machine.</summary>
    Missed,
}
