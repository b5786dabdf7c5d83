using System.Text.Json.Serialization;
using HomeDash.Integrations.Arr;

namespace HomeDash.Integrations.Radarr;

/// <summary>How Radarr's JSON is read, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RadarrFilm[]))]
[JsonSerializable(typeof(ArrPage<RadarrFilm>))]
[JsonSerializable(typeof(ArrPage<RadarrQueued>))]
internal sealed partial class RadarrJson : JsonSerializerContext;
