using System.ComponentModel.DataAnnotations;
using HomeDash.Procedures;

namespace HomeDash.Benchmarks;

/// <summary>What the parcels ask for.</summary>
[PermissionSet]
public static class ParcelPermissions
{
    /// <summary>Weigh parcels.</summary>
    public const string Weigh = "parcel.weigh";
}

/// <summary>Parcels: a procedure of five arguments that does as little as one can.</summary>
[Router("parcel")]
internal sealed class ParcelRouter
{
    private readonly int packaging = 20;

    /// <summary>Weighs a parcel and returns what it says on the label.</summary>
    /// <param name="name">Whose it is.</param>
    /// <param name="weight">Its weight in grams.</param>
    /// <param name="fragile">Whether it may not fall.</param>
    /// <param name="value">What it is worth.</param>
    /// <param name="marks">Words on the outside.</param>
    [Query(ParcelPermissions.Weigh)]
    public Parcel Weigh(
        [StringLength(64, MinimumLength = 1)] string name, [Range(0, 50_000)] int weight, bool fragile, double value, [MaxLength(10)] IReadOnlyList<string> marks) =>
        new(name, weight + packaging, fragile, value, marks);
}

/// <summary>A parcel.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Weight">Its weight in grams.</param>
/// <param name="Fragile">Whether it may not fall.</param>
/// <param name="Value">What it is worth.</param>
/// <param name="Marks">Words on the outside.</param>
public sealed record Parcel(string Name, int Weight, bool Fragile, double Value, IReadOnlyList<string> Marks);
