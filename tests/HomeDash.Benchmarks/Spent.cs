using System.Diagnostics;
using System.Runtime;

namespace HomeDash.Benchmarks;

/// <summary>What a piece of work in this process took.</summary>
/// <param name="Clock">Time by the clock.</param>
/// <param name="Cpu">Time of the processor, of all threads.</param>
/// <param name="Compiling">What the runtime spent on compiling methods, by the clock and on all threads.</param>
internal sealed record Spent(TimeSpan Clock, TimeSpan Cpu, TimeSpan Compiling)
{
    public static Spent On(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var (clock, cpu, compiling) = (Stopwatch.StartNew(), process.TotalProcessorTime, JitInfo.GetCompilationTime());
        work();
        var passed = clock.Elapsed;
        process.Refresh();
        return new(passed, process.TotalProcessorTime - cpu, JitInfo.GetCompilationTime() - compiling);
    }
}
