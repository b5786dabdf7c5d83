using System.Collections.Concurrent;
using HomeDash.Procedures;

namespace Garden;

/// <summary>The beds, as long as the program runs.</summary>
internal sealed class Beds
{
    private readonly ConcurrentDictionary<string, double> moisture = new() { ["tomatoes"] = 0.3, ["basil"] = 0.6 };

    public IReadOnlyList<Bed> All => [.. moisture.OrderBy(bed => bed.Key, StringComparer.Ordinal).Select(bed => new Bed(bed.Key, bed.Value))];

    public Bed Water(string name, int seconds)
    {
        if (!moisture.ContainsKey(name))
        {
            throw ProcedureErrors.NotFound("bed", name, moisture.Keys, new("greenhouse.list"));
        }

        return new(name, moisture.AddOrUpdate(name, 0, (_, before) => Math.Min(1, before + (seconds / 100.0))));
    }
}
