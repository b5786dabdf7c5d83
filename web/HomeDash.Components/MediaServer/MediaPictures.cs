using HomeDash.Components.Shared;

namespace HomeDash.Components.MediaServer;

/// <summary>The picture and the word for a kind of media.</summary>
internal static class MediaPictures
{
    public static IconName Picture(this MediaKind kind) => kind is MediaKind.Track or MediaKind.Album or MediaKind.Audiobook ? IconName.Music : IconName.Film;

    public static string Word(this MediaKind kind) => kind switch
    {
        MediaKind.Movie => "Film",
        MediaKind.LiveTv => "Live TV",
        _ => kind.ToString(),
    };
}
