using HomeDash.Integrations.Aria2;
using HomeDash.Integrations.Deluge;
using HomeDash.Integrations.NzbGet;
using HomeDash.Integrations.QBittorrent;
using HomeDash.Integrations.SabNzbd;
using HomeDash.Integrations.Transmission;
using HomeDash.Procedures;
using HomeDash.Testing;

namespace HomeDash.Integrations.Tests;

/// <summary>How the real programs refuse: several answer a wrong password with a success. However they say it, it is sent once.</summary>
public sealed class SignInTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly Credentials WrongUser = new("homedash", new("wrong-secret"));
    private static readonly Credentials WrongKey = new(ApiKey: new("wrong-secret"));
    private static readonly Credentials WrongPassword = new(Password: new("wrong-secret"));

    [Fact]
    public Task Transmission_refuses_a_wrong_password() => RefusesAsync(new TransmissionKind(TimeProvider.System), "transmission", WrongUser);

    [Fact]
    public Task QBittorrent_4_refuses_a_wrong_password() => RefusesAsync(new QBittorrentKind(TimeProvider.System), "qbittorrent", WrongUser);

    [Fact]
    public Task QBittorrent_5_refuses_a_wrong_password() => RefusesAsync(new QBittorrentKind(TimeProvider.System), "qbittorrent5", WrongUser);

    [Fact]
    public Task Deluge_refuses_a_wrong_password() => RefusesAsync(new DelugeKind(TimeProvider.System), "deluge", WrongPassword);

    [Fact]
    public Task Aria2_refuses_a_wrong_key() => RefusesAsync(new Aria2Kind(TimeProvider.System), "aria2", WrongKey);

    [Fact]
    public Task NZBGet_refuses_a_wrong_password() => RefusesAsync(new NzbGetKind(TimeProvider.System), "nzbget", WrongUser);

    [Fact]
    public Task SABnzbd_refuses_a_wrong_key() => RefusesAsync(new SabNzbdKind(TimeProvider.System), "sabnzbd", WrongKey);

    private static async Task RefusesAsync(IIntegrationKind kind, string script, Credentials wrong)
    {
        await using var service = await FaultyService.StartAsync(TestService.Find(script).Url, null);
        var client = kind.Connect(new("id", "the one of the test", kind.Kind, service.Url.ToString()) { Credentials = wrong });

        await RefusesAsync(() => client.TestAsync(Cancellation));
        var asked = service.Asked;
        await RefusesAsync(() => client.TestAsync(Cancellation));
        await RefusesAsync(() => ((IDownloadClient)client).ReadAsync(Cancellation));

        Assert.Equal(1, asked);
        Assert.Equal(asked, service.Asked);
        await Connections.CloseAsync(client);
    }

    private static async Task RefusesAsync(Func<Task> call)
    {
        var error = (await Assert.ThrowsAsync<ProcedureException>(call)).Error;

        Assert.Equal(ErrorReason.CredentialsRefused, error.Reason);
        Assert.DoesNotContain("wrong-secret", error.Message, StringComparison.Ordinal);
    }
}
