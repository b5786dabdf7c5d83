using HomeDash.Integrations.Emby;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Tests.Emby;

public sealed class EmbyTests : IAsyncLifetime
{
    private EmbySimulator emby = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => emby = await EmbySimulator.StartAsync();

    public ValueTask DisposeAsync() => emby.DisposeAsync();

    [Fact]
    public async Task It_tells_what_is_played_and_leaves_out_who_plays_nothing()
    {
        emby.Playing.Add(new() { Title = "Film", Year = 2008, StartSeconds = 60, KilobitsPerSecond = 9000, Device = "Bedroom" });
        await using var client = Connect();

        var session = Assert.Single((await client.SessionsAsync(Cancellation)).Items);

        Assert.Equal(("Film (2008)", "Bedroom", MediaDelivery.Direct, 9_000_000L), (session.Label(), session.Device, session.Delivery, session.BitsPerSecond));
        Assert.Equal(new ServiceVersion("Emby", "4.8.10.0"), await client.TestAsync(Cancellation));
    }

    [Fact]
    public async Task It_pauses_and_goes_on()
    {
        emby.Playing.Add(new() { Id = "s1" });
        await using var client = Connect();

        Assert.Equal(PlaybackState.Paused, (await client.ControlAsync("s1", SessionControl.Pause, Cancellation)).Find("s1")!.State);
        Assert.Equal(PlaybackState.Playing, (await client.ControlAsync("s1", SessionControl.Resume, Cancellation)).Find("s1")!.State);
    }

    [Fact]
    public async Task It_tells_what_was_added()
    {
        emby.Library.Add(new("Movie", "Film", new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero)) { Year = 2008, LengthSeconds = 596 });
        await using var client = Connect();

        var added = Assert.Single((await client.RecentAsync(5, Cancellation)).Items);

        Assert.Equal(("Film", MediaKind.Movie, 2008, 596L), (added.Title, added.Kind, added.Year, added.LengthSeconds));
    }

    private EmbyClient Connect() => new EmbyKind(TimeProvider.System).Connect(new("id", "Den", "emby", emby.Url.ToString()) { Credentials = new(ApiKey: new(emby.Key)) });
}
