using System.Text.Json.Serialization;
using HomeDash.Integrations.Arr;

namespace HomeDash.Integrations.Lidarr;

/// <summary>How Lidarr's JSON is read, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(LidarrAlbum[]))]
[JsonSerializable(typeof(ArrPage<LidarrAlbum>))]
[JsonSerializable(typeof(ArrPage<LidarrQueued>))]
internal sealed partial class LidarrJson : JsonSerializerContext;
