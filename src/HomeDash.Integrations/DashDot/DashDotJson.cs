using System.Text.Json.Serialization;

namespace HomeDash.Integrations.DashDot;

/// <summary>How the JSON of Dash. is read. The names are camelCase but for <c>dash_version</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(DashDotInfo))]
[JsonSerializable(typeof(DashDotCore[]))]
[JsonSerializable(typeof(DashDotMemoryLoad))]
[JsonSerializable(typeof(DashDotNetworkLoad))]
[JsonSerializable(typeof(double[]))]
internal sealed partial class DashDotJson : JsonSerializerContext;
