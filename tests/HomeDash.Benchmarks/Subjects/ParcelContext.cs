using System.Text.Json.Serialization;

namespace HomeDash.Benchmarks;

/// <summary>The same parcel in the shape that System.Text.Json reads and writes fastest: plain properties, no constructor to call.</summary>
public sealed class PlainParcel
{
    public string Name { get; set; } = "";

    public int Weight { get; set; }

    public bool Fragile { get; set; }

    public double Value { get; set; }

    public List<string> Marks { get; set; } = null!;
}

/// <summary>The source-generated context that HomeDash's own readers and writers are compared with.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlainParcel))]
public sealed partial class ParcelContext : JsonSerializerContext;
