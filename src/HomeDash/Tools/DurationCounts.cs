using System.Globalization;

namespace HomeDash;

/// <summary>
/// How many calls took how long, in buckets that each reach a fifth further than the one before: a percentile is right to
/// a tenth of itself, and any number of calls takes the same room.
/// </summary>
internal sealed class DurationCounts
{
    private const double ShortestSeconds = 0.0001;
    private const int PerDoubling = 4;
    private const int Buckets = 96;

    private readonly long[] counts = new long[Buckets];

    public void Add(TimeSpan elapsed) =>
        counts[Math.Clamp((int)(Math.Log2(Math.Max(elapsed.TotalSeconds, ShortestSeconds) / ShortestSeconds) * PerDoubling), 0, Buckets - 1)]++;

    public void Add(DurationCounts others)
    {
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            counts[bucket] += others.counts[bucket];
        }
    }

    /// <summary>The time, in seconds, that this part of the calls did not exceed; null when there were none.</summary>
    /// <param name="part">Between 0 and 1: 0.95 for the 95th percentile.</param>
    public double? Percentile(double part)
    {
        var rank = (long)Math.Ceiling(counts.Sum() * part);
        for (var bucket = 0; bucket < Buckets && rank > 0; bucket++)
        {
            if ((rank -= counts[bucket]) <= 0)
            {
                // The middle of the bucket, as its edges are multiples of each other.
                return Math.Round(ShortestSeconds * Math.Pow(2, (bucket + 0.5) / PerDoubling), 5);
            }
        }

        return null;
    }

    /// <summary>As a table keeps it: <c>bucket:calls</c>, separated by spaces.</summary>
    public override string ToString() =>
        string.Join(' ', counts.Index().Where(counted => counted.Item > 0).Select(counted => string.Create(CultureInfo.InvariantCulture, $"{counted.Index}:{counted.Item}")));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static DurationCounts Parse(string text)
    {
        var read = new DurationCounts();
        foreach (var pair in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = pair.IndexOf(':');
            read.counts[int.Parse(pair.AsSpan(0, colon), CultureInfo.InvariantCulture)] = long.Parse(pair.AsSpan(colon + 1), CultureInfo.InvariantCulture);
        }

        return read;
    }
}
