using System.Text.Json.Serialization;
using HomeDash.Integrations.Arr;

namespace HomeDash.Integrations.Readarr;

/// <summary>How Readarr's JSON is read, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ReadarrBook[]))]
[JsonSerializable(typeof(ArrPage<ReadarrBook>))]
[JsonSerializable(typeof(ArrPage<ReadarrQueued>))]
internal sealed partial class ReadarrJson : JsonSerializerContext;
