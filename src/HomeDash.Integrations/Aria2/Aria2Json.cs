using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Aria2;

/// <summary>How aria2's JSON is read.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(Aria2Answer))]
[JsonSerializable(typeof(Aria2Error))]
[JsonSerializable(typeof(Aria2Version))]
[JsonSerializable(typeof(Aria2Options))]
[JsonSerializable(typeof(Aria2Stat))]
[JsonSerializable(typeof(Aria2Item))]
[JsonSerializable(typeof(Aria2Item[]))]
internal sealed partial class Aria2Json : JsonSerializerContext;
