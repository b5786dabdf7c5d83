using System.Net;

namespace HomeDash.Http.Tests;

/// <summary>Who is let in, on both surfaces.</summary>
public sealed class WhoMayCall
{
    [Theory, InlineData("/api/trpc/fixture.list"), InlineData("/api/v1/fixture/list"), InlineData("/api/openapi.json"), InlineData("/api/trpc/types.d.ts")]
    public async Task Nobody_is_let_in_without_a_key(string address)
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.GetAsync(address, key: null);

        Assert.Equal(HttpStatusCode.Unauthorized, reply.Status);
        Assert.Equal("Bearer", reply.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Contains("not_signed_in", reply.Text);
    }

    [Fact]
    public async Task The_errors_of_each_surface_have_its_own_shape()
    {
        await using var host = await HttpHost.StartAsync();

        var trpc = await host.GetAsync("/api/trpc/fixture.list", key: null);
        var rest = await host.GetAsync("/api/v1/fixture/list", key: null);

        Assert.Equal(-32001, trpc.Json.GetProperty("error").GetProperty("code").GetInt32());
        Assert.Equal("application/problem+json", rest.Type);
        Assert.Equal("Unauthorized", rest.Json.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("POST", "Origin", "http://evil.example", false)]
    [InlineData("POST", "Origin", "null", false)]
    [InlineData("POST", "Sec-Fetch-Site", "cross-site", false)]
    [InlineData("POST", "Sec-Fetch-Site", "same-site", false)]
    [InlineData("GET", "Sec-Fetch-Site", "cross-site", false)]
    [InlineData("POST", "Sec-Fetch-Site", "same-origin", true)]
    [InlineData("GET", "Sec-Fetch-Site", "none", true)]
    public async Task A_session_cookie_only_counts_for_pages_of_HomeDash(string method, string header, string value, bool counts)
    {
        await using var host = await HttpHost.StartAsync();
        var address = method == "POST" ? "/api/v1/fixture/rename" : "/api/v1/fixture/list";

        var reply = await host.SendAsync(new(method), address, ("Cookie", "session=ada"), (header, value));

        Assert.Equal(counts, reply.Status != HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_page_of_HomeDash_itself_may_call_with_the_session()
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.SendAsync(HttpMethod.Get, "/api/trpc/fixture.list", ("Cookie", "session=bob"), ("Origin", host.Url.GetLeftPart(UriPartial.Authority)));

        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    [Fact]
    public async Task A_key_counts_from_everywhere()
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.SendAsync(HttpMethod.Get, "/api/trpc/fixture.list", ("ApiKey", "bob"), ("Origin", "http://elsewhere.example"));

        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    [Theory, InlineData("/api/trpc/fixture.rename"), InlineData("/api/v1/fixture/rename")]
    public async Task A_form_cannot_change_anything(string address)
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.PostAsync(address, """{"gadget":"lamp","name":"x"}""", type: "text/plain");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, reply.Status);
    }

    [Theory, InlineData("bob", "not_allowed"), InlineData("eve", "read_only")]
    public async Task A_mutation_needs_its_permission_and_a_key_that_may_write(string key, string reason)
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.PostAsync("/api/v1/fixture/rename", """{"gadget":"lamp","name":"x"}""", key);

        Assert.Equal(HttpStatusCode.Forbidden, reply.Status);
        Assert.Equal(reason, reply.Json.GetProperty("reason").GetString());
    }

    [Theory, InlineData("/api/trpc/fixture.rename"), InlineData("/api/v1/fixture/rename")]
    public async Task A_body_over_the_limit_is_refused(string address)
    {
        await using var host = await HttpHost.StartAsync();

        var reply = await host.PostAsync(address, $$"""{"name":"{{new string('x', 4 * 1024 * 1024)}}"}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reply.Status);
        Assert.Contains("too_large", reply.Text);
    }
}
