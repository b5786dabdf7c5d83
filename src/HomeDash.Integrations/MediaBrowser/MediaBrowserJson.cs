using System.Text.Json.Serialization;

namespace HomeDash.Integrations.MediaBrowser;

/// <summary>How the JSON of Jellyfin and Emby is read and written, without reflection.</summary>
[JsonSourceGenerationOptions(RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(MediaBrowserSystem))]
[JsonSerializable(typeof(MediaBrowserSession[]))]
[JsonSerializable(typeof(MediaBrowserItems))]
[JsonSerializable(typeof(MediaBrowserSignIn))]
[JsonSerializable(typeof(MediaBrowserSignedIn))]
internal sealed partial class MediaBrowserJson : JsonSerializerContext;
