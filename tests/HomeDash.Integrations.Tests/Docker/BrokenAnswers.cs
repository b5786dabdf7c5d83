using HomeDash.Procedures;
using Microsoft.AspNetCore.Http;
using static HomeDash.Integrations.Docker.Tests.Engines;

namespace HomeDash.Integrations.Docker.Tests;

/// <summary>Whatever an engine, or what stands in its place, answers: a clear error, and no secret of it.</summary>
public sealed class BrokenAnswers
{
    [Theory]
    [InlineData("<html><body>Welcome to nginx</body></html>", "not a Docker engine's JSON")]
    [InlineData("{\"half\":", "not a Docker engine's JSON")]
    [InlineData("{\"a\":1}", "not a Docker engine's JSON")]
    [InlineData("[{\"Id\":5}]", "not a Docker engine's JSON")]
    [InlineData("null", "not a Docker engine's JSON")]
    [InlineData("", "not a Docker engine's JSON")]
    public async Task What_is_not_the_expected_json_is_called_so(string body, string message)
    {
        await using var fake = await FakeEngine.StartAsync(FakeEngine.Says(body));
        using var engine = Connect(fake.Url);

        var error = await ErrorOf(() => engine.ListAsync(Cancellation));

        Assert.Equal(ErrorReason.ServiceFailed, error.Reason);
        Assert.Contains(message, error.Message);
        Assert.DoesNotContain("nginx", error.Message);
    }

    [Theory]
    [InlineData(500, """{"message":"driver failed\n  programming external connectivity"}""", ErrorReason.ServiceFailed, "nas says: driver failed programming external connectivity")]
    [InlineData(500, "<html>secret stack trace</html>", ErrorReason.ServiceFailed, "nas says: HTTP 500")]
    [InlineData(404, """{"message":"No such container: x"}""", ErrorReason.TargetNotFound, "nas says: No such container: x")]
    [InlineData(409, """{"message":"removal of container x is already in progress"}""", ErrorReason.WrongState, "already in progress")]
    [InlineData(403, "Forbidden", ErrorReason.CredentialsRefused, "socket proxy")]
    [InlineData(302, "", ErrorReason.ServiceFailed, "nas says: HTTP 302")]
    [InlineData(429, """{"message":"slow down"}""", ErrorReason.TooManyCalls, "nas wants fewer calls: slow down.")]
    public async Task A_refusal_is_told_with_its_reason(int status, string body, ErrorReason reason, string message)
    {
        await using var fake = await FakeEngine.StartAsync(FakeEngine.Says(body, status));
        using var engine = Connect(fake.Url);

        var error = await ErrorOf(() => engine.StartAsync("x", Cancellation));

        Assert.Equal(reason, error.Reason);
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public async Task Something_that_redirects_is_no_engine_and_is_not_followed()
    {
        await using var fake = await FakeEngine.StartAsync(context =>
        {
            context.Response.Redirect("https://elsewhere.example/?token=secret");
            return Task.CompletedTask;
        });
        using var engine = Connect(fake.Url);

        var error = await ErrorOf(() => engine.ListAsync(Cancellation));

        Assert.Contains("redirects to https://elsewhere.example, which no Docker engine does. Check that", error.Message);
    }

    [Fact]
    public async Task A_version_is_asked_for_again_after_the_engine_was_unwell()
    {
        var pings = 0;
        await using var fake = await FakeEngine.StartAsync(FakeEngine.Says("[]"), ping: context =>
        {
            context.Response.StatusCode = ++pings == 1 ? 503 : 200;
            context.Response.Headers["Api-Version"] = pings == 1 ? "" : "1.41";
            return Task.CompletedTask;
        });
        using var engine = Connect(fake.Url);

        await engine.ListAsync(Cancellation);
        await engine.ListAsync(Cancellation);
        await engine.ListAsync(Cancellation);

        Assert.Equal(2, pings);
        Assert.Equal(["/containers/json", "/v1.41/containers/json", "/v1.41/containers/json"], fake.Asked);
    }

    /// <summary>What Docker 26 and 20.10 and Podman 4.3 answer of registries that want a sign-in.</summary>
    [Theory]
    [InlineData(500, """{"message":"Head \"https://ghcr.io/v2/private/app/manifests/1\": no basic auth credentials"}""")]
    [InlineData(500, """{"message":"Head \"https://ghcr.io/v2/private/app/manifests/1\": unauthorized: authentication required"}""")]
    [InlineData(401, """{"message":"unauthorized: authentication required"}""")]
    [InlineData(403, """{"message":"denied"}""")]
    [InlineData(404, """{"message":"pull access denied for ghcr.io/private/app, repository does not exist or may require 'docker login': denied"}""")]
    [InlineData(200, """{"error":"initializing source docker://ghcr.io/private/app:1: unable to retrieve auth token: invalid username/password: unauthorized: authentication required"}""")]
    public async Task A_registry_that_wants_a_sign_in_is_named_with_what_to_do(int status, string body)
    {
        await using var fake = await FakeEngine.StartAsync(FakeEngine.Says(body, status));
        using var engine = Connect(fake.Url);

        var error = await ErrorOf(() => engine.PullAsync(ImageName.Read("ghcr.io/private/app:1"), _ => { }, Cancellation));

        Assert.Equal(ErrorReason.PermissionRefused, error.Reason);
        Assert.StartsWith("ghcr.io does not give ghcr.io/private/app:1 to nas without a sign-in, or has no such image.", error.Message);
        Assert.Contains("run 'docker login ghcr.io' and 'docker pull ghcr.io/private/app:1' on that machine, then docker.recreate without pull. nas says: ", error.Message);
        Assert.DoesNotContain("socket proxy", error.Message);
    }

    [Fact]
    public async Task A_pull_tells_bytes_and_layers_as_far_as_the_engine_does()
    {
        const string lines = """
            {"status":"Pulling from private/app","id":"1"}
            {"status":"Already exists","progressDetail":{},"id":"aa"}
            {"status":"Pulling fs layer","progressDetail":{},"id":"bb"}
            {"status":"Downloading","progressDetail":{"current":40,"total":100},"progress":"[==>  ]","id":"bb"}
            {"status":"Download complete","progressDetail":{},"id":"bb"}
            {"status":"Extracting","progressDetail":{"current":10,"total":100},"id":"bb"}
            {"status":"Pull complete","progressDetail":{},"id":"bb"}
            {"status":"Digest: sha256:abc"}
            {"status":"Status: Downloaded newer image for private/app:1"}
            """;
        await using var fake = await FakeEngine.StartAsync(FakeEngine.Says(lines));
        using var engine = Connect(fake.Url);
        var told = new List<PullProgress>();

        await engine.PullAsync(ImageName.Read("private/app:1"), told.Add, Cancellation);

        Assert.Equal([new(0, 0, 1, 1), new(0, 0, 1, 2), new(40, 100, 1, 2), new(100, 100, 1, 2), new(100, 100, 2, 2)], told);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_called_so()
    {
        await using var fake = await FakeEngine.StartAsync(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("[{");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var engine = Connect(fake.Url);

        var error = await ErrorOf(() => engine.ListAsync(Cancellation));

        Assert.Equal(ErrorReason.Unreachable, error.Reason);
        Assert.Contains("broke off", error.Message);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_its_end()
    {
        await using var fake = await FakeEngine.StartAsync(async context =>
        {
            var spaces = new byte[1 << 20];
            Array.Fill(spaces, (byte)' ');
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(spaces, context.RequestAborted);
            }
        });
        using var engine = Connect(fake.Url);

        var error = await ErrorOf(() => engine.ListAsync(Cancellation));

        Assert.Equal(ErrorReason.ServiceFailed, error.Reason);
        Assert.Contains("more than HomeDash reads", error.Message);
    }

    [Fact]
    public async Task An_engine_that_does_not_answer_is_not_waited_for()
    {
        await using var fake = await FakeEngine.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var engine = Connect(fake.Url);

        var error = await ErrorOf(() => engine.UsageAsync("x", Cancellation));

        Assert.Equal(ErrorReason.Timeout, error.Reason);
        Assert.Contains("did not answer within 3 s", error.Message);
    }

    [Fact]
    public async Task A_caller_who_leaves_is_not_told_of_a_fault()
    {
        await using var fake = await FakeEngine.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var engine = Connect(fake.Url);
        using var leaving = new CancellationTokenSource(100);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.ListAsync(leaving.Token));
    }

    [Theory]
    [InlineData("not json\n", "not JSON")]
    [InlineData("{\"Action\":\"start\"", "not JSON")]
    public async Task A_broken_stream_of_events_is_called_so(string body, string message)
    {
        await using var fake = await FakeEngine.StartAsync(FakeEngine.Says(body));
        using var engine = Connect(fake.Url);

        var error = await ErrorOf(() => engine.EventsAsync(DateTimeOffset.UnixEpoch, null, Cancellation).ToListAsync());

        Assert.Equal(ErrorReason.ServiceFailed, error.Reason);
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public async Task Without_earlier_sample_two_are_taken()
    {
        var samples = 0;
        await using var fake = await FakeEngine.StartAsync(context =>
        {
            samples++;
            return FakeEngine.Says($$$"""
                {"cpu_stats":{"cpu_usage":{"total_usage":{{{samples * 100}}}},"system_cpu_usage":{{{samples * 1000}}},"online_cpus":2},
                 "precpu_stats":{"cpu_usage":{"total_usage":0},"system_cpu_usage":0},"memory_stats":{"usage":5000,"limit":9000,"stats":{} } }
                """)(context);
        });
        using var engine = Connect(fake.Url);

        Assert.Equal(new ContainerUsage(20, 5000, 9000), await engine.UsageAsync("x", Cancellation));
        Assert.Equal(2, samples);
    }
}
