using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Homebridge;

/// <summary>How the JSON of Homebridge is read and written, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(HomebridgeToken))]
[JsonSerializable(typeof(HomebridgeLogin))]
[JsonSerializable(typeof(IReadOnlyList<HomebridgeAccessory>))]
[JsonSerializable(typeof(IReadOnlyList<HomebridgeRoom>))]
[JsonSerializable(typeof(HomebridgeOrder))]
[JsonSerializable(typeof(HomebridgeProblem))]
[JsonSerializable(typeof(HomebridgeVersion))]
internal sealed partial class HomebridgeJson : JsonSerializerContext;
