using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace HomeDash.Benchmarks;

/// <summary>What one call costs inside the process.</summary>
internal static class CallFigures
{
    public static IEnumerable<Figure> Measure()
    {
        var folder = Directory.CreateTempSubdirectory("homedash-bench-");
        try
        {
            var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
                .WithWarmupCount(6).WithIterationCount(20).WithIterationTime(TimeInterval.FromMilliseconds(100));
            var reports = BenchmarkRunner.Run<ParcelCalls>(
                ManualConfig.CreateEmpty().AddJob(job).AddLogger(NullLogger.Instance).WithArtifactsPath(folder.FullName)).Reports
                .ToDictionary(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name);
            return Figures(reports);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Figure[] Figures(Dictionary<string, BenchmarkReport> reports)
    {
        // The fastest round of each: a neighbour on the machine makes rounds slower, and never faster.
        var (own, other) = (Time(nameof(ParcelCalls.HomeDash)), Time(nameof(ParcelCalls.SystemTextJson)));
        var needed = Bytes(nameof(ParcelCalls.ArgumentsAndResult));
        return
        [
            Figure.Bound("bind and write, against System.Text.Json source-generated", own / other, 1.5, "×"),
            Figure.Bound("bind and write, allocated beyond arguments and result", Bytes(nameof(ParcelCalls.HomeDash)) - needed, 0, "B"),
            Figure.Bound("whole pipeline, allocated beyond arguments and result", Bytes(nameof(ParcelCalls.Pipeline)) - needed, 1024, "B"),
            new("bind and write", $"{own:#,0} ns"),
            new("whole pipeline", $"{Time(nameof(ParcelCalls.Pipeline)):#,0} ns"),
        ];

        double Time(string name) => reports[name].ResultStatistics!.Min;

        // Objects take multiples of eight bytes; what is between is the measuring's own, spread over all calls.
        long Bytes(string name) => reports[name].GcStats.GetBytesAllocatedPerOperation(reports[name].BenchmarkCase)!.Value / 8 * 8;
    }
}
