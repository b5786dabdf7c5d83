using System.Text.Json.Serialization;

namespace HomeDash.Integrations.QBittorrent;

/// <summary>How qBittorrent's JSON is read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(QBittorrentState))]
[JsonSerializable(typeof(QBittorrentProperties))]
[JsonSerializable(typeof(QBittorrentFile[]))]
internal sealed partial class QBittorrentJson : JsonSerializerContext;
