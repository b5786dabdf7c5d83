using HomeDash.Integrations.QBittorrent;
using HomeDash.Procedures;
using HomeDash.Simulators;
using HomeDash.Testing;

namespace HomeDash.Integrations.Tests;

/// <summary>What came with qBittorrent 5.2: keys, and another answer to a sign-in.</summary>
public sealed class QBittorrentKeyTests : IAsyncLifetime
{
    private const string Hash = "c12fe1c06bba254a9dc9f519b335aa7c1367a88a";

    private static readonly NewDownload Fedora = new(DownloadSourceKind.Magnet)
    {
        Link = $"magnet:?xt=urn:btih:{Hash}&dn=Fedora", Name = "Fedora", Hash = Hash, Paused = true,
    };

    private QBittorrentSimulator service = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => service = await QBittorrentSimulator.StartAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task A_key_does_all_that_a_sign_in_does_and_makes_none()
    {
        using var client = WithKey();

        Assert.Equal(new("qBittorrent", "5.2.0"), await client.TestAsync(Cancellation));
        await AddAndDeleteAsync(client);

        Assert.All(service.Asked, call => Assert.StartsWith("Bearer ", call, StringComparison.Ordinal));
        Assert.DoesNotContain(service.Asked, call => call.Contains("auth/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task User_and_password_still_sign_in_once()
    {
        using var client = Connect(new("admin", new(service.Password)));

        await AddAndDeleteAsync(client);

        Assert.Equal("Nobody POST auth/login", Assert.Single(service.Asked, call => !call.StartsWith("Cookie ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_key_that_was_replaced_is_refused_until_the_new_one_is_entered()
    {
        using var client = WithKey();
        await client.ReadAsync(Cancellation);
        var before = service.ApiKey;
        service.Rotate();

        var error = (await Assert.ThrowsAsync<ProcedureException>(() => client.ReadAsync(Cancellation))).Error;

        Assert.Equal(ErrorReason.CredentialsRefused, error.Reason);
        Assert.Contains("only the one that was made last", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(before, error.Message, StringComparison.Ordinal);
        using var again = WithKey();
        await again.ReadAsync(Cancellation);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_not_tried_again()
    {
        using var client = Connect(new("admin", new("wrong-secret")));

        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.Equal(ErrorReason.CredentialsRefused, (await Assert.ThrowsAsync<ProcedureException>(() => client.ReadAsync(Cancellation))).Error.Reason);
        }

        Assert.Single(service.Asked);
    }

    [Theory]
    [InlineData("qbittorrent")]
    [InlineData("qbittorrent5")]
    public async Task Versions_that_know_no_keys_say_which_do(string script)
    {
        using var client = Connect(new(ApiKey: new("qbt_wrong-secret")), TestService.Find(script).Url);

        var error = (await Assert.ThrowsAsync<ProcedureException>(() => client.TestAsync(Cancellation))).Error;

        Assert.Equal(ErrorReason.CredentialsRefused, error.Reason);
        Assert.Contains("from version 5.2 on", error.Message, StringComparison.Ordinal);
    }

    private static async Task AddAndDeleteAsync(QBittorrentClient client)
    {
        var added = await client.AddAsync(Fedora, Cancellation);
        Assert.Equal(("Fedora", DownloadState.Paused), (added.Name, added.State));
        Assert.Equal("/downloads", (await client.GetAsync(Hash, Cancellation)).Folder);
        Assert.Equal(DownloadState.Stalled, (await client.ResumeAsync([Hash], Cancellation)).Find(Hash)!.State);
        Assert.True((await client.PauseAllAsync(Cancellation)).Client.Paused);
        Assert.Equal(512_000, (await client.LimitAsync(new Dictionary<SpeedLimit, long?> { [SpeedLimit.DownBytesPerSecond] = 512_000 }, Cancellation)).DownLimitBytesPerSecond);
        var again = await Assert.ThrowsAsync<ProcedureException>(() => client.AddAsync(Fedora, Cancellation));
        Assert.Equal(ErrorReason.AlreadyExists, again.Error.Reason);
        Assert.Empty((await client.DeleteAsync([Hash], false, Cancellation)).Items);
    }

    private QBittorrentClient WithKey() => Connect(new(ApiKey: new(service.ApiKey)));

    private QBittorrentClient Connect(Credentials credentials, Uri? url = null) => new QBittorrentKind(TimeProvider.System).Connect(
        new("id", "seedbox", "qBittorrent", (url ?? service.Url).ToString()) { Credentials = credentials });
}
