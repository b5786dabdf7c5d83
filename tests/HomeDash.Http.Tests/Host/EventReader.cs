using System.Net.ServerSentEvents;

namespace HomeDash.Http.Tests;

/// <summary>An open stream of server-sent events.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private readonly HttpClient client;
    private readonly IAsyncEnumerator<SseItem<string>> events;

    private EventReader(HttpClient client, HttpResponseMessage response, Stream body)
    {
        this.client = client;
        Response = response;
        events = SseParser.Create(body).EnumerateAsync(HttpHost.Ends).GetAsyncEnumerator(HttpHost.Ends);
    }

    public HttpResponseMessage Response { get; }

    public static async Task<EventReader> OpenAsync(HttpHost host, string address, string? lastEventId = null, string key = KeyedCaller.Administrator)
    {
        var client = host.Client(key);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, HttpHost.Ends);
        return new(client, response, await response.Content.ReadAsStreamAsync(HttpHost.Ends));
    }

    /// <summary>The next event; pings are passed over unless they are waited for.</summary>
    public async Task<SseItem<string>> NextAsync(bool withPings = false)
    {
        do
        {
            Assert.True(await events.MoveNextAsync(), "The stream ended.");
        }
        while (!withPings && events.Current.EventType == "ping");
        return events.Current;
    }

    /// <summary>The next events up to one of this name, that one included.</summary>
    public async Task<List<SseItem<string>>> UntilAsync(string type)
    {
        List<SseItem<string>> all = [];
        do
        {
            all.Add(await NextAsync());
        }
        while (all[^1].EventType != type);
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        Response.Dispose();
        client.Dispose();
        await events.DisposeAsync();
    }
}
