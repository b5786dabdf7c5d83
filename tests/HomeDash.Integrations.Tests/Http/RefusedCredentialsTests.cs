using System.Net;
using HomeDash.Procedures;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Tests;

/// <summary>How long a client leaves a service alone that has refused its key.</summary>
public sealed class RefusedCredentialsTests : IAsyncLifetime
{
    private readonly HurriedClock clock = new();
    private HttpStatusCode status = HttpStatusCode.Unauthorized;
    private TaskCompletionSource answering = new();
    private int asked;
    private LoopbackServer service = null!;
    private PlainClient client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        answering.SetResult();
        service = await LoopbackServer.StartAsync(async context =>
        {
            Interlocked.Increment(ref asked);
            await answering.Task;
            context.Response.StatusCode = (int)status;
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, """{"version":"1.0"}""");
        });
        client = new PlainKind(clock).Connect(new("id", "nas", "plain", service.Url.ToString()) { Credentials = new(ApiKey: new("key")) });
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task The_pauses_grow_to_a_day()
    {
        double[] minutes = [15, 60, 240, 960, 1440, 1440];
        await RefusedAsync();

        foreach (var (pause, sent) in minutes.Select((pause, index) => (TimeSpan.FromMinutes(pause), index + 1)))
        {
            clock.Skip(pause - TimeSpan.FromSeconds(30));
            await RefusedAsync();
            Assert.Equal(sent, asked);

            clock.Skip(TimeSpan.FromSeconds(30));
            await RefusedAsync();
            Assert.Equal(sent + 1, asked);
        }
    }

    [Fact]
    public async Task A_key_that_is_accepted_again_is_first_held_back_for_a_short_time_again()
    {
        await RefusedAsync();
        clock.Skip(TimeSpan.FromMinutes(15));
        await RefusedAsync();
        clock.Skip(TimeSpan.FromHours(1));
        status = HttpStatusCode.OK;
        await ReadAsync();
        await ReadAsync();

        status = HttpStatusCode.Unauthorized;
        await RefusedAsync();
        clock.Skip(TimeSpan.FromMinutes(15));
        status = HttpStatusCode.OK;

        await ReadAsync();
    }

    [Fact]
    public async Task One_request_finds_out_and_the_others_wait_for_it()
    {
        await RefusedAsync();
        clock.Skip(TimeSpan.FromMinutes(15));
        answering = new();
        status = HttpStatusCode.OK;

        var reads = Enumerable.Range(0, 5).Select(_ => ReadAsync()).ToArray();
        while (asked < 2)
        {
            await Task.Delay(5, Cancellation);
        }

        await Task.Delay(100, Cancellation);
        Assert.Equal(2, asked);
        answering.SetResult();
        await Task.WhenAll(reads);
        Assert.Equal(6, asked);
    }

    [Fact]
    public async Task A_try_that_finds_nobody_at_home_decides_nothing()
    {
        await RefusedAsync();
        clock.Skip(TimeSpan.FromMinutes(15));
        status = HttpStatusCode.InternalServerError;
        answering = new();
        using (var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(200)))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ReadAsync("/status", impatient.Token));
        }

        answering.SetResult();
        status = HttpStatusCode.OK;

        await ReadAsync();
    }

    [Fact]
    public async Task What_is_sent_together_is_refused_together()
    {
        answering = new();
        var reads = Enumerable.Range(0, 3).Select(_ => RefusedAsync()).ToArray();
        while (asked < 3)
        {
            await Task.Delay(5, Cancellation);
        }

        answering.SetResult();
        await Task.WhenAll(reads);
        clock.Skip(TimeSpan.FromMinutes(15));
        status = HttpStatusCode.OK;

        await ReadAsync();
    }

    private Task<PlainStatus> ReadAsync() => client.ReadAsync("/status", Cancellation);

    private async Task RefusedAsync() =>
        Assert.Equal(ErrorReason.CredentialsRefused, (await Assert.ThrowsAsync<ProcedureException>(ReadAsync)).Error.Reason);
}
