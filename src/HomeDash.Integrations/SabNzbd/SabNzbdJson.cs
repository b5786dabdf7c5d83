using System.Text.Json.Serialization;

namespace HomeDash.Integrations.SabNzbd;

/// <summary>How SABnzbd's JSON is read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(SabNzbdQueueAnswer))]
[JsonSerializable(typeof(SabNzbdHistoryAnswer))]
[JsonSerializable(typeof(SabNzbdFiles))]
[JsonSerializable(typeof(SabNzbdDone))]
internal sealed partial class SabNzbdJson : JsonSerializerContext;
