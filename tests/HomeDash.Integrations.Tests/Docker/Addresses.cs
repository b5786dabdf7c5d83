using System.Net;
using System.Net.Sockets;
using HomeDash.Procedures;
using HomeDash.Testing;
using static HomeDash.Integrations.Docker.Tests.Engines;

namespace HomeDash.Integrations.Docker.Tests;

public sealed class Addresses
{
    [Theory]
    [InlineData("unix:///var/run/docker.sock", "unix:///var/run/docker.sock")]
    [InlineData("tcp://192.168.1.10:2375", "http://192.168.1.10:2375")]
    [InlineData("tcp://nas.lan", "http://nas.lan:2375")]
    [InlineData("http://nas.lan:8080", "http://nas.lan:8080")]
    [InlineData("https://nas.lan:2376", "https://nas.lan:2376")]
    [InlineData("tcp://[fd00::1]:2375", "http://[fd00::1]:2375")]
    public void An_address_is_read(string url, string meant) => Assert.Equal(meant, EngineAddress.Read(url).ToString());

    [Theory]
    [InlineData("docker.sock", "not an address")]
    [InlineData("unix://docker.sock", "three")]
    [InlineData("ftp://nas.lan", "ftp://")]
    [InlineData("tcp://user:pass@nas.lan:2375", "user name or password")]
    public void A_wrong_address_is_refused_with_an_example(string url, string why)
    {
        var error = Assert.Throws<ProcedureException>(() => EngineAddress.Read(url)).Error;

        Assert.Contains(why, error.Message);
        Assert.Contains("unix:///var/run/docker.sock", error.Message);
        Assert.DoesNotContain("pass@", error.Message);
    }

    [Fact]
    public void A_socket_path_that_no_system_takes_is_refused() =>
        Assert.Contains("107 bytes", Assert.Throws<ProcedureException>(() => EngineAddress.Read("unix:///" + new string('x', 107))).Error.Message);

    [Fact]
    public async Task Without_a_socket_the_error_says_what_to_mount()
    {
        using var engine = Connect("unix:///run/no-such-engine.sock");

        var error = await ErrorOf(() => engine.ListAsync(Cancellation));

        Assert.Equal((ErrorReason.Unreachable, "nas: there is no socket /run/no-such-engine.sock. Start the engine, or mount its socket."), (error.Reason, error.Message));
    }

    [Fact]
    public async Task A_socket_on_which_nobody_listens_is_called_so()
    {
        using var folder = new TestFolder();
        using (var left = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            left.Bind(new UnixDomainSocketEndPoint(folder["s"]));
            using var engine = Connect($"unix://{folder["s"]}");

            var error = await ErrorOf(() => engine.ListAsync(Cancellation));

            Assert.Equal(ErrorReason.Unreachable, error.Reason);
            Assert.Contains("nobody listens", error.Message);
        }
    }

    [Fact]
    public async Task A_port_on_which_nobody_listens_is_called_so()
    {
        using var engine = Connect("tcp://127.0.0.1:1");

        var error = await ErrorOf(() => engine.ListAsync(Cancellation));

        Assert.Contains("nobody listens at http://127.0.0.1:1", error.Message);
    }

    [Fact]
    public void A_socket_that_may_not_be_used_names_the_group()
    {
        var errors = new EngineErrors("nas", EngineAddress.Read("unix:///var/run/docker.sock"));

        var error = errors.Of(new HttpRequestException("", new SocketException((int)SocketError.AccessDenied))).Error;

        Assert.Equal(ErrorReason.Unreachable, error.Reason);
        Assert.Contains("group", error.Message);
    }

    [Fact]
    public async Task A_service_that_does_not_speak_tls_is_not_trusted()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var engine = Connect($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

        var asking = ErrorOf(() => engine.ListAsync(Cancellation));
        using (var client = await listener.AcceptTcpClientAsync(Cancellation))
        {
            await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), Cancellation);
        }

        Assert.Equal(ErrorReason.Untrusted, (await asking).Reason);
    }

    [Fact]
    public async Task A_service_that_does_not_speak_http_is_called_so()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var engine = Connect($"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

        var asking = ErrorOf(() => engine.ListAsync(Cancellation));
        using (var client = await listener.AcceptTcpClientAsync(Cancellation))
        {
            await client.GetStream().WriteAsync("SSH-2.0-OpenSSH_9.2\r\n\r\n"u8.ToArray(), Cancellation);
        }

        Assert.Contains("does not answer with HTTP", (await asking).Message);
    }
}
