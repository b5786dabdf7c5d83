using static HomeDash.Integrations.Docker.Tests.Engines;

namespace HomeDash.Integrations.Docker.Tests;

public sealed class Versions
{
    [Theory]
    [InlineData("1.41", "/v1.41/containers/json")]
    [InlineData("1.24", "/v1.24/containers/json")]
    [InlineData("1.99", "/v1.45/containers/json")]
    [InlineData(null, "/containers/json")]
    [InlineData("rubbish", "/containers/json")]
    [InlineData("2.0", "/containers/json")]
    public async Task The_engines_version_is_spoken_but_none_newer_than_known(string? advertised, string asked)
    {
        await using var fake = await FakeEngine.StartAsync(FakeEngine.Says("[]"), advertised);
        using var engine = Connect(fake.Url);

        Assert.Empty(await engine.ListAsync(Cancellation));
        Assert.Equal([asked], fake.Asked);
    }

    [Fact]
    public async Task An_engine_that_has_become_too_new_is_spoken_to_without_a_version()
    {
        const string tooOld = """{"message":"client version 1.45 is too old. Minimum supported API version is 1.50"}""";
        await using var fake = await FakeEngine.StartAsync(
            context => context.Request.Path.StartsWithSegments("/v1.45") ? FakeEngine.Says(tooOld, 400)(context) : FakeEngine.Says("[]")(context), "1.52");
        using var engine = Connect(fake.Url);

        Assert.Empty(await engine.ListAsync(Cancellation));
        Assert.Empty(await engine.ListAsync(Cancellation));
        Assert.Equal(["/v1.45/containers/json", "/containers/json", "/containers/json"], fake.Asked);
    }
}
