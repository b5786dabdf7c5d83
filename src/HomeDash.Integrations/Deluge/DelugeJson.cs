using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Deluge;

/// <summary>How Deluge's JSON is read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(DelugeAnswer))]
[JsonSerializable(typeof(DelugeView))]
[JsonSerializable(typeof(DelugeDetails))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(System.Text.Json.JsonElement[][]))]
internal sealed partial class DelugeJson : JsonSerializerContext;
