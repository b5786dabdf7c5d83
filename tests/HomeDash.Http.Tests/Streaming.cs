using System.Net;
using System.Text.Json;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Http.Tests;

/// <summary>Subscriptions as server-sent events, and what becomes of them when the connection drops.</summary>
public sealed class Streaming
{
    private const string Follow = "/api/trpc/workshop.follow";
    private const string Watch = """/api/trpc/workshop.watch?input={"gadget":"lamp"}""";

    [Fact]
    public async Task A_subscription_says_connected_sends_items_with_ids_and_returns()
    {
        await using var host = await HttpHost.StartAsync();
        await using var reader = await EventReader.OpenAsync(host, """/api/trpc/fixture.events?input={"after":1}""");

        var events = await reader.UntilAsync("return");

        Assert.Equal("text/event-stream", reader.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["connected", "message", "message", "return"], events.Select(each => each.EventType));
        Assert.Equal("""{"number":2,"gadget":"lamp"}""", events[1].Data);
        Assert.EndsWith(".1", events[1].EventId);
        Assert.EndsWith(".2", events[2].EventId);
    }

    [Fact]
    public async Task A_refusal_is_an_event_on_trpc_and_a_status_on_rest()
    {
        await using var host = await HttpHost.StartAsync();
        await using var trpc = await EventReader.OpenAsync(host, """/api/trpc/fixture.events?input={"after":-1}""");

        var refused = (await trpc.UntilAsync("serialized-error"))[^1];
        var rest = await host.GetAsync("/api/v1/fixture/events?after=-1");

        Assert.Equal("after", JsonElement.Parse(refused.Data).GetProperty("data").GetProperty("problems")[0].GetProperty("path").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, rest.Status);
        Assert.Equal("application/problem+json", rest.Type);
    }

    [Theory, InlineData(Follow, "serialized-error", "data"), InlineData("/api/v1/workshop/follow", "problem", null)]
    public async Task A_stream_that_breaks_says_why(string address, string name, string? within)
    {
        await using var host = await HttpHost.StartAsync();
        host.Belt.Parts.Writer.TryWrite(1);
        host.Belt.Parts.Writer.TryWrite(-1);
        await using var reader = await EventReader.OpenAsync(host, address);

        var error = JsonElement.Parse((await reader.UntilAsync(name))[^1].Data);

        Assert.Equal("unreachable", (within is null ? error : error.GetProperty(within)).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_stream_without_news_pings()
    {
        await using var host = await HttpHost.StartAsync(services => services.Configure<HttpOptions>(options => options.Ping = TimeSpan.FromMilliseconds(20)));
        await using var reader = await EventReader.OpenAsync(host, Follow);

        var connected = await reader.NextAsync();

        Assert.Equal("""{"reconnectAfterInactivityMs":60}""", connected.Data);
        Assert.Equal("ping", (await reader.NextAsync(withPings: true)).EventType);
        Assert.Equal("ping", (await reader.NextAsync(withPings: true)).EventType);
    }

    [Theory, InlineData("header"), InlineData("query"), InlineData("input")]
    public async Task Who_comes_back_gets_everything_after_the_last_event_they_had_and_nothing_twice(string place)
    {
        await using var host = await HttpHost.StartAsync();
        string lastId;
        await using (var first = await EventReader.OpenAsync(host, Follow))
        {
            Put(host, 1, 2, 3);
            await first.NextAsync();
            lastId = (await first.NextAsync()).EventId!;
        }

        Put(host, 4, 5);
        await using var again = place switch
        {
            "header" => await EventReader.OpenAsync(host, Follow, lastId),
            "query" => await EventReader.OpenAsync(host, $"{Follow}?lastEventId={lastId}"),
            _ => await EventReader.OpenAsync(host, $$"""{{Follow}}?input={"lastEventId":"{{lastId}}"}"""),
        };
        host.Belt.Parts.Writer.Complete();
        var events = await again.UntilAsync("return");

        Assert.Equal([2, 3, 4, 5], events.Where(each => each.EventType == "message").Select(each => JsonElement.Parse(each.Data).GetProperty("number").GetInt32()));
        Assert.DoesNotContain(events, each => each.EventType == "restarted");
        Assert.Equal(1, host.Belt.TimesOpened);
    }

    [Fact]
    public async Task What_was_lost_at_the_very_end_of_a_stream_can_still_be_had()
    {
        await using var host = await HttpHost.StartAsync();
        string firstId;
        await using (var first = await EventReader.OpenAsync(host, "/api/v1/fixture/events"))
        {
            firstId = (await first.UntilAsync("return"))[1].EventId!;
        }

        await using var again = await EventReader.OpenAsync(host, "/api/v1/fixture/events", firstId);

        Assert.Equal(["connected", "message", "message", "return"], (await again.UntilAsync("return")).Select(each => each.EventType));
    }

    [Fact]
    public async Task The_same_input_in_another_spelling_is_the_same_stream()
    {
        await using var host = await HttpHost.StartAsync();
        await using var first = await EventReader.OpenAsync(host, """/api/trpc/fixture.events?input={ "after": 0 }""");
        var id = (await first.UntilAsync("return"))[1].EventId;

        await using var again = await EventReader.OpenAsync(host, $$"""/api/trpc/fixture.events?input={"after":0,"lastEventId":"{{id}}"}""");

        Assert.Equal(["connected", "message", "message", "return"], (await again.UntilAsync("return")).Select(each => each.EventType));
    }

    [Theory]
    [InlineData("not an id", KeyedCaller.Administrator)]
    [InlineData(null, KeyedCaller.Viewer)]
    public async Task An_id_that_is_unknown_or_of_somebody_else_begins_anew_and_says_so(string? id, string key)
    {
        await using var host = await HttpHost.StartAsync();
        await using var first = await EventReader.OpenAsync(host, "/api/v1/fixture/events");
        var events = await first.UntilAsync("return");

        await using var again = await EventReader.OpenAsync(host, "/api/v1/fixture/events", id ?? events[1].EventId, key);

        Assert.Equal(["connected", "restarted", "message", "message", "message", "return"], (await again.UntilAsync("return")).Select(each => each.EventType));
    }

    [Fact]
    public async Task Who_comes_back_must_still_be_allowed_to_use_what_the_stream_is_about()
    {
        await using var host = await HttpHost.StartAsync();
        host.Grant("g2", Access.Use);
        string id;
        await using (var first = await EventReader.OpenAsync(host, Watch, key: KeyedCaller.Viewer))
        {
            id = (await first.UntilAsync("message"))[^1].EventId!;
        }

        host.Grant("g2", null);
        await using var trpc = await EventReader.OpenAsync(host, Watch, id, KeyedCaller.Viewer);
        var error = JsonElement.Parse((await trpc.UntilAsync("serialized-error"))[^1].Data).GetProperty("data");
        var rest = await host.SendAsync(HttpMethod.Get, "/api/v1/workshop/watch?gadget=lamp", ("ApiKey", KeyedCaller.Viewer), ("Last-Event-ID", id));

        Assert.Equal("target_not_found", error.GetProperty("reason").GetString());
        Assert.Equal(HttpStatusCode.NotFound, rest.Status);
        Assert.DoesNotContain("lamp is", rest.Text);
    }

    [Fact]
    public async Task Who_comes_back_with_a_name_that_means_something_else_now_begins_anew()
    {
        await using var host = await HttpHost.StartAsync();
        await using var first = await EventReader.OpenAsync(host, Watch);
        var id = (await first.UntilAsync("message"))[^1].EventId!;

        foreach (var (gadget, name) in new[] { ("g2", "old lamp"), ("g1", "lamp") })
        {
            Assert.Equal(HttpStatusCode.OK, (await host.PostAsync("/api/v1/fixture/rename", $$"""{"gadget":"{{gadget}}","name":"{{name}}"}""")).Status);
        }

        await using var again = await EventReader.OpenAsync(host, Watch, id);
        var events = await again.UntilAsync("message");

        Assert.Equal(["connected", "restarted", "message"], events.Select(each => each.EventType));
        Assert.Contains("g1", events[^1].Data);
    }

    [Fact]
    public async Task A_stream_that_nobody_comes_back_to_is_let_go_of()
    {
        await using var host = await HttpHost.StartAsync(services => services.Configure<HttpOptions>(options => options.Keep = TimeSpan.Zero));
        string id;
        await using (var first = await EventReader.OpenAsync(host, Follow))
        {
            Put(host, 1);
            await first.NextAsync();
            id = (await first.NextAsync()).EventId!;
        }

        string type;
        do
        {
            // How soon the server hears that a connection is gone is not for a test to say.
            await using var again = await EventReader.OpenAsync(host, Follow, id);
            Put(host, 2);
            await again.NextAsync();
            type = (await again.NextAsync()).EventType;
        }
        while (type != "restarted");
        Assert.True(host.Belt.TimesOpened > 1);
    }

    [Fact]
    public async Task A_caller_can_have_so_many_streams_and_no_more()
    {
        await using var host = await HttpHost.StartAsync();
        List<EventReader> open = [];
        for (var count = 0; count < HeldStreams.MostOfOneCaller; count++)
        {
            open.Add(await EventReader.OpenAsync(host, Follow));
            await open[^1].NextAsync();
        }

        var tooMany = await host.GetAsync("/api/v1/workshop/follow");
        var others = await EventReader.OpenAsync(host, Follow, key: KeyedCaller.Viewer);

        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.Status);
        Assert.Equal("connected", (await others.NextAsync()).EventType);
        foreach (var reader in open.Append(others))
        {
            await reader.DisposeAsync();
        }
    }

    private static void Put(HttpHost host, params IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
        {
            Assert.True(host.Belt.Parts.Writer.TryWrite(number));
        }
    }
}
