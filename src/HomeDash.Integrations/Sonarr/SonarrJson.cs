using System.Text.Json.Serialization;
using HomeDash.Integrations.Arr;

namespace HomeDash.Integrations.Sonarr;

/// <summary>How Sonarr's JSON is read, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SonarrEpisode[]))]
[JsonSerializable(typeof(ArrPage<SonarrEpisode>))]
[JsonSerializable(typeof(ArrPage<SonarrQueued>))]
internal sealed partial class SonarrJson : JsonSerializerContext;
