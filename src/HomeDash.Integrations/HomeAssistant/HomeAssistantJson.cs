using System.Text.Json.Serialization;

namespace HomeDash.Integrations.HomeAssistant;

/// <summary>How Home Assistant's JSON is read and written, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(IReadOnlyList<HassState>))]
[JsonSerializable(typeof(IReadOnlyList<IReadOnlyList<HassPast>>))]
[JsonSerializable(typeof(IReadOnlyList<HassArea>))]
[JsonSerializable(typeof(HassConfig))]
[JsonSerializable(typeof(HassMessage))]
[JsonSerializable(typeof(HassCommand))]
internal sealed partial class HomeAssistantJson : JsonSerializerContext;
