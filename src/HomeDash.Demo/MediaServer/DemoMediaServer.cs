namespace HomeDash.Demo;

/// <summary>A media server whose screens play although there are none.</summary>
internal sealed class DemoMediaServer : IMediaServer, IIntegrationClient
{
    private static readonly SessionControl[] All = [SessionControl.Pause, SessionControl.Resume, SessionControl.Stop];

    private readonly Lock changing = new();
    private readonly string name;
    private readonly DateTimeOffset started;
    private readonly DemoScreen[] screens;

    public DemoMediaServer(string name, TimeProvider clock)
    {
        (this.name, started) = (name, clock.GetUtcNow());
        screens =
        [
            new("tv", "family", "Living room TV", [Film("Sintel", 2010, 888, 14_200_000), Film("Tears of Steel", 2012, 734, 11_800_000), Film("Cosmos Laundromat", 2015, 730, 9_600_000)], clock) { Start = 312 },
            new("tablet", "kids", "Tablet", [Episode(1, "Earthfall", 1872), Episode(2, "The Man from Mars", 1990)], clock) { Start = 1204, Paused = true },
            new("kitchen", "family", "Kitchen speaker", [Track("1 Ghosts I", 168), Track("2 Ghosts I", 197), Track("3 Ghosts I", 231)], clock) { Start = 20 },
        ];
    }

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceVersion("Demo media server", "1.0"));

    public Task<MediaSessions> SessionsAsync(CancellationToken cancellationToken) => Task.FromResult(Show());

    public Task<AddedMediaPage> RecentAsync(int limit, CancellationToken cancellationToken)
    {
        AddedMedia[] added =
        [
            Added("Cosmos Laundromat", MediaKind.Movie, 2) with { Year = 2015, LengthSeconds = 730 },
            Added("The Man from Mars", MediaKind.Episode, 26) with { Series = "Pioneer One", Season = 1, Episode = 2, LengthSeconds = 1990 },
            Added("Ghosts I–IV", MediaKind.Album, 50) with { Artist = "Nine Inch Nails", Year = 2008 },
            Added("Earthfall", MediaKind.Episode, 51) with { Series = "Pioneer One", Season = 1, Episode = 1, LengthSeconds = 1872 },
            Added("Tears of Steel", MediaKind.Movie, 120) with { Year = 2012, LengthSeconds = 734 },
            Added("Sintel", MediaKind.Movie, 300) with { Year = 2010, LengthSeconds = 888 },
        ];
        return Task.FromResult(new AddedMediaPage([.. added.Take(limit)]));
    }

    public Task<MediaSessions> ControlAsync(string sessionId, SessionControl control, CancellationToken cancellationToken)
    {
        lock (changing)
        {
            Show();
            foreach (var screen in screens.Where(screen => screen.Id == sessionId))
            {
                if (control == SessionControl.Stop)
                {
                    screen.Stop();
                }
                else
                {
                    screen.Paused = control == SessionControl.Pause;
                }
            }

            return Task.FromResult(Show());
        }
    }

    private MediaSessions Show()
    {
        lock (changing)
        {
            return new([.. screens.Select(screen => screen.Show(name)).OfType<MediaSession>()]);
        }
    }

    private AddedMedia Added(string title, MediaKind kind, double hoursAgo) => new() { Id = title, Integration = name, Title = title, Kind = kind, AddedAt = started.AddHours(-hoursAgo) };

    private static MediaSession Film(string title, int year, long length, long bits) =>
        Of(title, MediaKind.Movie, length) with { Client = "Android TV", Year = year, Delivery = MediaDelivery.Direct, BitsPerSecond = bits };

    private static MediaSession Episode(int number, string title, long length) =>
        Of(title, MediaKind.Episode, length) with { Client = "Web", Series = "Pioneer One", Season = 1, Episode = number, Delivery = MediaDelivery.Transcode, BitsPerSecond = 3_400_000 };

    private static MediaSession Track(string title, long length) =>
        Of(title, MediaKind.Track, length) with { Client = "Music", Artist = "Nine Inch Nails", Album = "Ghosts I–IV", Year = 2008, Delivery = MediaDelivery.Direct, BitsPerSecond = 912_000 };

    private static MediaSession Of(string title, MediaKind kind, long length) =>
        new() { Id = "", Integration = "", Title = title, Kind = kind, State = PlaybackState.Playing, LengthSeconds = length, Controls = All };
}
