using System.Text;

namespace HomeDash.Fuzz;

/// <summary>How a run ended.</summary>
/// <param name="Sent">How many bodies were sent.</param>
/// <param name="Seed">What they were made from.</param>
/// <param name="Elapsed">In how long.</param>
/// <param name="Answers">How many answers there were of each kind, by surface and status.</param>
/// <param name="Wrong">Answers that must not be, the first of them described.</param>
/// <param name="WrongCount">How many of those there were.</param>
/// <param name="Faults">What HomeDash logged as an error.</param>
/// <param name="Memory">How its memory went.</param>
public sealed record FuzzReport(
    long Sent, int Seed, TimeSpan Elapsed, IReadOnlyDictionary<string, long> Answers, IReadOnlyCollection<string> Wrong, long WrongCount,
    IReadOnlyCollection<string> Faults, MemoryLevel Memory)
{
    /// <summary>Whether HomeDash stood it.</summary>
    public bool Passed => WrongCount == 0 && Faults.Count == 0 && !Memory.Grows;

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine($"{Sent:#,0} bodies in {Elapsed.TotalSeconds:#,0} s, seed {Seed}");
        foreach (var (kind, count) in Answers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.AppendLine($"  {kind,-40} {count,12:#,0}");
        }

        text.AppendLine($"memory: {Memory}");
        foreach (var wrong in Wrong)
        {
            text.AppendLine($"WRONG {wrong}");
        }

        foreach (var fault in Faults)
        {
            text.AppendLine($"FAULT {fault}");
        }

        return text.Append(Passed ? "passed: no 5xx, no fault, memory level" : $"FAILED: {WrongCount} wrong answers, {Faults.Count} faults, memory {(Memory.Grows ? "grows" : "level")}").ToString();
    }
}
