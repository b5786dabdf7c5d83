using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Transmission;

/// <summary>How Transmission's JSON is read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(TransmissionAnswer<TransmissionSession>))]
[JsonSerializable(typeof(TransmissionAnswer<TransmissionTorrents>))]
[JsonSerializable(typeof(TransmissionAnswer<TransmissionAdded>))]
[JsonSerializable(typeof(TransmissionAnswer<TransmissionNothing>))]
internal sealed partial class TransmissionJson : JsonSerializerContext;
