using System.Text.Json.Serialization;

namespace HomeDash.Integrations.PiHole;

/// <summary>How Pi-hole's JSON is read and written, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SixSignIn))]
[JsonSerializable(typeof(SixAuth))]
[JsonSerializable(typeof(SixProblem))]
[JsonSerializable(typeof(SixBlocking))]
[JsonSerializable(typeof(SixOrder))]
[JsonSerializable(typeof(SixSummary))]
[JsonSerializable(typeof(SixTopDomains))]
[JsonSerializable(typeof(SixVersions))]
[JsonSerializable(typeof(FiveProbe))]
[JsonSerializable(typeof(FiveVersions))]
[JsonSerializable(typeof(FiveStatus))]
[JsonSerializable(typeof(FiveSummary))]
[JsonSerializable(typeof(FiveTopItems))]
internal sealed partial class PiHoleJson : JsonSerializerContext;
