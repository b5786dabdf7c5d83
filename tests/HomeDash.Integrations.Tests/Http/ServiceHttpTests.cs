using HomeDash.Procedures;
using HomeDash.Simulators;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Integrations.Tests;

/// <summary>The HTTP that all clients share.</summary>
public sealed class ServiceHttpTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nas:1234")]
    [InlineData("ftp://nas")]
    [InlineData("http://")]
    [InlineData("http://user:word@nas")]
    [InlineData("http://nas/?key=1")]
    public void An_address_that_makes_no_sense_is_refused(string url)
    {
        var error = Assert.Throws<ProcedureException>(() => Connect(url)).Error;

        Assert.Equal("url", Assert.Single(error.Problems).Path);
        Assert.DoesNotContain("word@", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_in_the_address_stays()
    {
        await using var service = await LoopbackServer.StartAsync(context => context.Response.WriteAsync($$"""{"version":"{{context.Request.Path}}"}"""));
        using var client = Connect(new Uri(service.Url, "/behind/proxy/").ToString());

        Assert.Equal("/behind/proxy/status", (await client.ReadAsync("/status", Cancellation)).Version);
    }

    [Fact]
    public async Task A_redirect_within_the_service_is_followed()
    {
        await using var service = await PlainKind.StartAsync();
        using var client = Connect(service.Url.ToString());

        Assert.Equal("1.0", (await client.ReadAsync("/old", Cancellation)).Version);
    }

    [Fact]
    public async Task A_read_is_tried_again_while_the_service_is_busy_and_a_write_is_not()
    {
        var asked = 0;
        await using var service = await LoopbackServer.StartAsync(async context =>
        {
            if (++asked < 3)
            {
                context.Response.StatusCode = 503;
                return;
            }

            await context.Response.WriteAsync("""{"version":"1.0"}""");
        });
        using var client = Connect(service.Url.ToString());

        Assert.Equal("1.0", (await client.ReadAsync("/status", Cancellation)).Version);
        Assert.Equal(3, asked);

        asked = 0;
        var error = await Assert.ThrowsAsync<ProcedureException>(() => client.RestartAsync(Cancellation));
        Assert.Equal(ErrorReason.ServiceFailed, error.Error.Reason);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_service_that_keeps_failing_is_left_alone_for_a_while()
    {
        var service = await PlainKind.StartAsync();
        using var client = Connect(service.Url.ToString());
        await service.DisposeAsync();
        for (var call = 0; call < 4; call++)
        {
            await Assert.ThrowsAsync<ProcedureException>(() => client.ReadAsync("/status", Cancellation));
        }

        var error = (await Assert.ThrowsAsync<ProcedureException>(() => client.ReadAsync("/status", Cancellation))).Error;

        Assert.Equal(ErrorReason.Unreachable, error.Reason);
        Assert.Contains("left alone", error.Message, StringComparison.Ordinal);
        Assert.Contains("nobody listens", error.Message, StringComparison.Ordinal);
    }

    private static PlainClient Connect(string url) => new PlainKind().Connect(new("id", "nas", "plain", url) { Credentials = new(ApiKey: new("secret-key")) });
}
