using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Glances;

/// <summary>How Glances' JSON is read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(GlancesStatus))]
[JsonSerializable(typeof(GlancesCpu))]
[JsonSerializable(typeof(GlancesMemory))]
[JsonSerializable(typeof(GlancesLoad))]
[JsonSerializable(typeof(GlancesSystem))]
[JsonSerializable(typeof(GlancesInterface[]))]
[JsonSerializable(typeof(GlancesFileSystem[]))]
[JsonSerializable(typeof(GlancesSensor[]))]
[JsonSerializable(typeof(Dictionary<string, GlancesArray>))]
[JsonSerializable(typeof(string))]
internal sealed partial class GlancesJson : JsonSerializerContext;
