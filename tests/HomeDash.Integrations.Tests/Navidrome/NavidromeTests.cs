using HomeDash.Integrations.Navidrome;
using HomeDash.Procedures;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Tests.Navidrome;

public sealed class NavidromeTests : IAsyncLifetime
{
    private NavidromeSimulator navidrome = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => navidrome = await NavidromeSimulator.StartAsync();

    public ValueTask DisposeAsync() => navidrome.DisposeAsync();

    [Fact]
    public async Task It_tells_who_listens_to_what_and_no_position_that_it_does_not_know()
    {
        using var client = Connect();
        Assert.Empty((await client.SessionsAsync(Cancellation)).Items);
        navidrome.Playing.Add(new() { Title = "Song", Artist = "The Band", Album = "First", LengthSeconds = 254, KilobitsPerSecond = 320, Client = "Symfonium" });

        var session = Assert.Single((await client.SessionsAsync(Cancellation)).Items);

        Assert.Equal(("The Band – Song", "First", "tilda", "Symfonium"), (session.Label(), session.Album, session.User, session.Client));
        Assert.Equal((254L, null, null, 320_000L), (session.LengthSeconds, session.PositionSeconds, session.Progress, session.BitsPerSecond));
        Assert.Empty(session.Controls);
    }

    [Fact]
    public async Task It_tells_the_newest_albums()
    {
        using var client = Connect();
        Assert.Empty((await client.RecentAsync(5, Cancellation)).Items);
        var noon = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
        navidrome.Library.AddRange([new("MusicAlbum", "Old", noon.AddDays(-1)), new("MusicAlbum", "First", noon) { Artist = "The Band", Year = 1999 }]);

        var added = Assert.Single((await client.RecentAsync(1, Cancellation)).Items);

        Assert.Equal(("First", "The Band", 1999, noon, MediaKind.Album), (added.Title, added.Artist, added.Year, added.AddedAt, added.Kind));
    }

    [Theory]
    [InlineData(40, "Wrong username or password", ErrorReason.CredentialsRefused)]
    [InlineData(41, "Token authentication not supported for LDAP users", ErrorReason.CredentialsRefused)]
    [InlineData(50, "User is not authorized", ErrorReason.PermissionRefused)]
    [InlineData(0, "database is locked", ErrorReason.ServiceFailed)]
    public async Task A_failure_in_a_success_is_a_failure(int code, string message, ErrorReason reason)
    {
        navidrome.Failure = (code, message);
        using var client = Connect();

        Assert.Equal(reason, (await Assert.ThrowsAsync<ProcedureException>(() => client.SessionsAsync(Cancellation))).Error.Reason);
    }

    [Fact]
    public async Task A_wrong_password_is_sent_once()
    {
        using var client = Connect("wrong");

        await Assert.ThrowsAsync<ProcedureException>(() => client.SessionsAsync(Cancellation));
        var error = (await Assert.ThrowsAsync<ProcedureException>(() => client.TestAsync(Cancellation))).Error;

        Assert.Equal((ErrorReason.CredentialsRefused, 1), (error.Reason, navidrome.Wrong));
    }

    [Fact]
    public async Task Its_version_is_told_without_the_commit()
    {
        using var client = Connect();

        Assert.Equal(new ServiceVersion("Navidrome", "0.53.3"), await client.TestAsync(Cancellation));
    }

    private NavidromeClient Connect(string? password = null) =>
        new NavidromeKind(TimeProvider.System).Connect(new("id", "Den", "navidrome", navidrome.Url.ToString()) { Credentials = new("ada", new(password ?? navidrome.Password)) });
}
