using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Prowlarr;

/// <summary>How Prowlarr's JSON is read, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ProwlarrIndexer[]))]
[JsonSerializable(typeof(ProwlarrStatus[]))]
[JsonSerializable(typeof(ProwlarrTest[]))]
internal sealed partial class ProwlarrJson : JsonSerializerContext;
