using System.ComponentModel.DataAnnotations;

namespace HomeDash.Procedures.Generator.Tests;

/// <summary>What the sample's procedures ask for.</summary>
[PermissionSet]
public static class SamplePermissions
{
    /// <summary>See the crates.</summary>
    public const string View = "sample.view";

    /// <summary>Move the crates.</summary>
    public const string Move = "sample.move";
}

/// <summary>Everything the wire knows, all of it optional.</summary>
public sealed record Everything
{
    /// <summary>Text.</summary>
    public string? Text { get; init; }

    /// <summary>Yes or no.</summary>
    public bool? Flag { get; init; }

    /// <summary>Eight bits.</summary>
    public byte? Tiny { get; init; }

    /// <summary>Sixteen bits with a sign.</summary>
    public short? Small { get; init; }

    /// <summary>Thirty-two bits with a sign.</summary>
    public int? Whole { get; init; }

    /// <summary>Sixty-four bits with a sign.</summary>
    public long? Large { get; init; }

    /// <summary>Sixty-four bits without a sign.</summary>
    public ulong? Huge { get; init; }

    /// <summary>A fraction of single precision.</summary>
    public float? Rough { get; init; }

    /// <summary>A fraction of double precision.</summary>
    public double? Fine { get; init; }

    /// <summary>A decimal fraction.</summary>
    public decimal? Exact { get; init; }

    /// <summary>A UUID.</summary>
    public Guid? Key { get; init; }

    /// <summary>A moment.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>A day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>A length of time in seconds.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>An address.</summary>
    public Uri? Address { get; init; }

    /// <summary>One of a few.</summary>
    public Colour? Colour { get; init; }

    /// <summary>Several texts.</summary>
    public IReadOnlyList<string>? Texts { get; init; }

    /// <summary>Several numbers.</summary>
    public int[]? Numbers { get; init; }

    /// <summary>Rows of numbers.</summary>
    public List<IReadOnlyList<int>>? Rows { get; init; }

    /// <summary>Numbers by name.</summary>
    public IReadOnlyDictionary<string, double>? Shares { get; init; }

    /// <summary>A place on the shelf.</summary>
    public Place? Place { get; init; }

    /// <summary>Several places.</summary>
    public IReadOnlyList<Place>? Places { get; init; }
}

/// <summary>A colour.</summary>
public enum Colour
{
    /// <summary>Like the sky.</summary>
    Blue,

    /// <summary>Like the dusk.</summary>
    DarkBlue,
}

/// <summary>A place on a shelf.</summary>
/// <param name="Row">Which row, from the bottom.</param>
/// <param name="Column">Which column, from the left.</param>
public readonly record struct Place([property: Range(1, 9)] int Row, [property: Range(1, 9)] int Column = 1);

/// <summary>A crate.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Crate(string Id, Place Place)
{
    /// <summary>What to call it: <c>crate</c> and its <see cref="Id"/>, never <see langword="null"/>.</summary>
    public string Title => $"crate {Id}";
}

/// <summary>How crates are packed.</summary>
/// <param name="Layers">How many layers.</param>
/// <param name="Lining">What goes between them.</param>
public sealed record Packing([Range(1, 3)] int Layers, [StringLength(10)] string? Lining = "straw")
{
    /// <summary>Words on the outside.</summary>
    [MaxLength(2), StringLength(5)]
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>Whether it may be turned over.</summary>
    public bool Upright { get; init; } = true;
}

/// <summary>A crate's key.</summary>
/// <param name="Key">Opens it.</param>
public sealed record CrateKey(Secret Key);

/// <summary>A crate by name.</summary>
/// <param name="Given">What the caller wrote.</param>
public sealed record CrateRef(string Given) : ITarget<CrateRef>
{
    /// <inheritdoc/>
    public static string Noun => "crate";

    /// <inheritdoc/>
    public ResolvedTarget? Resolved { get; init; }

    /// <inheritdoc/>
    public static CrateRef FromText(string given) => new(given);
}
