using System.Globalization;
using HomeDash.Procedures;

namespace HomeDash.Components.Downloads;

/// <summary>A speed limit as somebody enters it: none, or a number with its unit.</summary>
public sealed class SpeedEntry
{
    private const NumberStyles Number = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    private readonly (bool, string, long) shown;

    /// <summary>From the limit that holds now.</summary>
    /// <param name="limit">Which limit.</param>
    /// <param name="now">The limit in bytes per second; null for none.</param>
    public SpeedEntry(SpeedLimit limit, long? now)
    {
        (Limit, Now, Unlimited) = (limit, now, now is null);
        Unit = now is >= 1 << 20 or null ? 1 << 20 : 1 << 10;
        Amount = now is { } speed ? ((double)speed / Unit).ToString("0.##", CultureInfo.InvariantCulture) : "";
        shown = (Unlimited, Amount, Unit);
    }

    /// <summary>What a number may count, with its bytes per second.</summary>
    public static IReadOnlyList<(string Name, long BytesPerSecond)> Units { get; } = [("KiB/s", 1 << 10), ("MiB/s", 1 << 20)];

    /// <summary>Which limit.</summary>
    public SpeedLimit Limit { get; }

    /// <summary>What holds now, in bytes per second; null for no limit.</summary>
    public long? Now { get; }

    /// <summary>Whether there is to be no limit.</summary>
    public bool Unlimited { get; set; }

    /// <summary>The number.</summary>
    public string Amount { get; set; }

    /// <summary>What the number counts, in bytes per second.</summary>
    public long Unit { get; set; }

    /// <summary>Whether something else was entered than what holds now; a number that is rounded to be shown is none.</summary>
    public bool IsChanged => (Unlimited, Amount, Unit) != shown;

    /// <summary>The argument that sets it.</summary>
    public string Field => Limit == SpeedLimit.DownBytesPerSecond ? "downBytesPerSecond" : "upBytesPerSecond";

    /// <summary>What was entered, in bytes per second; null for no limit.</summary>
    /// <exception cref="ProcedureException">It is no speed.</exception>
    public long? Read() =>
        Unlimited ? null
        : !double.TryParse(Amount.Replace(',', '.'), Number, CultureInfo.InvariantCulture, out var amount) ? throw ProcedureErrors.InvalidInput(Field, "Enter a number, for example 500 or 1.5, or choose no limit.")
        : amount * Unit < 1024 ? throw ProcedureErrors.InvalidInput(Field, "Enter at least 1 KiB/s, or choose no limit.")
        : (long)Math.Round(amount * Unit);
}
