using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Arr;

/// <summary>How the JSON that these programs share is read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ArrStatus))]
internal sealed partial class ArrJson : JsonSerializerContext;
