using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Bazarr;

/// <summary>How Bazarr's JSON is read, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(BazarrData<BazarrStatus>))]
[JsonSerializable(typeof(BazarrBadges))]
[JsonSerializable(typeof(BazarrData<BazarrProvider[]>))]
[JsonSerializable(typeof(BazarrData<BazarrIssue[]>))]
[JsonSerializable(typeof(BazarrData<BazarrEpisode[]>))]
[JsonSerializable(typeof(BazarrData<BazarrFilm[]>))]
internal sealed partial class BazarrJson : JsonSerializerContext;
