using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Netdata;

/// <summary>How Netdata's JSON is read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(NetdataInfo))]
[JsonSerializable(typeof(Dictionary<string, NetdataChart>))]
internal sealed partial class NetdataJson : JsonSerializerContext;
