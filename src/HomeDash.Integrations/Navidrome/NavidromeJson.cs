using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Navidrome;

/// <summary>How Navidrome's JSON is read, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SubsonicAnswer))]
internal sealed partial class NavidromeJson : JsonSerializerContext;
