using System.Diagnostics;
using System.Runtime;

namespace HomeDash.Fuzz;

/// <summary>Whether memory comes back: what is alive after a full collection, looked at again and again while nothing runs.</summary>
public sealed class MemoryLevel
{
    /// <summary>
    /// What a run may gain without being called a leak. The runtime's shared pools keep buffers of up to a megabyte each,
    /// fill while large bodies come by chance, and are trimmed by time alone.
    /// </summary>
    private const long Leeway = 32_000_000;

    private readonly List<(long Heap, long Resident)> samples = [];

    /// <summary>Whether the last third of the run held clearly more than the third before it.</summary>
    public bool Grows =>
        samples.Count >= 6 && Lowest(samples.Count * 2 / 3, samples.Count) > (Lowest(samples.Count / 3, samples.Count * 2 / 3) * 1.15) + Leeway;

    /// <summary>Looks now.</summary>
    public void Sample()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        // Bodies of every size leave holes between large objects, which would look like something that is kept.
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        var collected = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        using var process = Process.GetCurrentProcess();
        samples.Add((collected.HeapSizeBytes - collected.FragmentedBytes, process.WorkingSet64));
    }

    /// <inheritdoc/>
    public override string ToString() => samples.Count == 0
        ? "not looked at"
        : $"heap {string.Join(", ", samples.Select(sample => $"{sample.Heap / 1e6:0.0}"))} MB; resident {samples[0].Resident / 1e6:0} MB at first, {samples[^1].Resident / 1e6:0} MB at last";

    private long Lowest(int from, int to) => samples[from..to].Min(sample => sample.Heap);
}
