using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Navidrome;

/// <summary>Every answer is in one of these, with HTTP 200 also for failures.</summary>
internal sealed record SubsonicAnswer([property: JsonPropertyName("subsonic-response")] SubsonicResponse Response);

/// <summary>An answer.</summary>
/// <param name="Status"><c>ok</c> or <c>failed</c>.</param>
/// <param name="Type">The server: <c>navidrome</c>.</param>
/// <param name="ServerVersion">Its version, with the commit in brackets.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="NowPlaying">Who listens to what.</param>
/// <param name="AlbumList2">Albums.</param>
internal sealed record SubsonicResponse(
    string Status,
    string? Type = null,
    string? ServerVersion = null,
    SubsonicError? Error = null,
    SubsonicNowPlaying? NowPlaying = null,
    SubsonicAlbums? AlbumList2 = null);

/// <summary>Why it failed.</summary>
/// <param name="Code">40 for wrong credentials, 50 for what the user may not, 70 for what is not there.</param>
/// <param name="Message">The same in words.</param>
internal sealed record SubsonicError(int Code, string? Message = null);

/// <summary>Who listens to what; nobody when the list is left out.</summary>
internal sealed record SubsonicNowPlaying(IReadOnlyList<SubsonicEntry>? Entry = null);

/// <summary>A piece that somebody listens to.</summary>
/// <param name="Id">The piece's id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Artist">Who plays it.</param>
/// <param name="Album">The album.</param>
/// <param name="Year">When it came out.</param>
/// <param name="Duration">In seconds.</param>
/// <param name="BitRate">Of the file, in kbit/s.</param>
/// <param name="Username">Who listens.</param>
/// <param name="PlayerName">With what.</param>
internal sealed record SubsonicEntry(
    string Id, string? Title = null, string? Artist = null, string? Album = null, int? Year = null, long? Duration = null, long? BitRate = null, string? Username = null, string? PlayerName = null);

/// <summary>Albums; none when the list is left out.</summary>
internal sealed record SubsonicAlbums(IReadOnlyList<SubsonicAlbum>? Album = null);

/// <summary>An album.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Artist">Whose it is.</param>
/// <param name="Year">When it came out.</param>
/// <param name="Duration">In seconds.</param>
/// <param name="Created">When it came in.</param>
internal sealed record SubsonicAlbum(string Id, string? Name = null, string? Artist = null, int? Year = null, long? Duration = null, DateTimeOffset? Created = null);
