using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HomeDash.EndToEnd.Tests;

/// <summary>
/// Does with an MCP server what Home Assistant's integration "mcp" does (2026.2 and later, Python SDK 1.26): a new connection
/// for everything, one time limit for all of it, the first page of the tools alone, and no difference between an error of the
/// protocol and a server that is not there.
/// </summary>
internal sealed partial class HomeAssistantClient(Uri endpoint, string? key)
{
    /// <summary>For a whole connection: the handshake, the call and the list of tools that the SDK asks for after it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly string[] Versions = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"];

    /// <summary>What setting up reads: the server's name, which becomes the entry's, and the tools, which are asked for again every half hour.</summary>
    public Task<(string Name, IReadOnlyList<JsonElement> Tools)> SetUpAsync() =>
        ConnectAsync(async (connection, server) => (server.GetProperty("serverInfo").GetProperty("name").GetString()!, await connection.ListToolsAsync()));

    /// <summary>Calls a tool, and checks the result against the list of tools as the SDK does.</summary>
    public Task<JsonElement> CallAsync(string tool, string arguments) => ConnectAsync(async (connection, _) =>
    {
        var result = await connection.RequestAsync("tools/call", new JsonObject { ["name"] = tool, ["arguments"] = JsonNode.Parse(arguments) });
        var listed = (await connection.ListToolsAsync()).FirstOrDefault(one => one.GetProperty("name").GetString() == tool);
        if (listed.ValueKind == JsonValueKind.Object && listed.TryGetProperty("outputSchema", out _) && !IsError(result))
        {
            Assert.True(result.TryGetProperty("structuredContent", out _), $"{tool} has an output schema but did not return structured content.");
        }

        return result;
    });

    /// <summary>What a server answers that Home Assistant has no key for: the status and the challenge decide how the user signs in.</summary>
    public async Task<HttpResponseMessage> KnockAsync()
    {
        using var http = new HttpClient { Timeout = Patience };
        using var request = Connection.Post(endpoint, key, Connection.Message("initialize", Connection.Introduction(), 0));
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static bool IsError(JsonElement result) => result.TryGetProperty("isError", out var failed) && failed.GetBoolean();

    private async Task<T> ConnectAsync<T>(Func<Connection, JsonElement, Task<T>> use)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        await using var connection = new Connection(endpoint, key, limit.Token);
        var server = await connection.RequestAsync("initialize", Connection.Introduction());
        Assert.Contains(connection.Version = server.GetProperty("protocolVersion").GetString()!, Versions);
        Assert.True(server.GetProperty("capabilities").TryGetProperty("tools", out _), "Without the capability 'tools' the set-up is aborted.");
        await connection.NotifyAsync("notifications/initialized");
        return await use(connection, server);
    }

    /// <summary>A connection: what is sent between a handshake and its end.</summary>
    private sealed partial class Connection(Uri endpoint, string? key, CancellationToken cancellationToken) : IAsyncDisposable
    {
        private readonly HttpClient http = new();
        private string? session;
        private int last = -1;

        public string? Version { get; set; }

        public static JsonObject Introduction() => new()
        {
            ["protocolVersion"] = "2025-11-25",
            ["capabilities"] = new JsonObject(),
            ["clientInfo"] = new JsonObject { ["name"] = "mcp", ["version"] = "0.1.0" },
        };

        public static JsonObject Message(string method, JsonObject? parameters, int? id)
        {
            var message = new JsonObject { ["method"] = method };
            if (parameters is not null)
            {
                message["params"] = parameters;
            }

            message["jsonrpc"] = "2.0";
            if (id is not null)
            {
                message["id"] = id;
            }

            return message;
        }

        public static HttpRequestMessage Post(Uri endpoint, string? key, JsonObject message)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = JsonContent.Create(message) };
            request.Headers.Accept.ParseAdd("application/json, text/event-stream");
            if (key is not null)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            }

            return request;
        }

        /// <summary>The first page, which is all that is read.</summary>
        public async Task<IReadOnlyList<JsonElement>> ListToolsAsync()
        {
            var tools = (await RequestAsync("tools/list", null)).GetProperty("tools").EnumerateArray().ToArray();
            Assert.All(tools, tool => Assert.Matches(NameToAgents(), "homedash__" + tool.GetProperty("name").GetString()));
            return tools;
        }

        public async Task<JsonElement> RequestAsync(string method, JsonObject? parameters)
        {
            using var response = await SendAsync(Message(method, parameters, ++last));
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{method} was answered with {(int)response.StatusCode}, which loses the connection.");
            session ??= response.Headers.TryGetValues("Mcp-Session-Id", out var ids) ? ids.Single() : null;
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            var answer = JsonElement.Parse(response.Content.Headers.ContentType!.MediaType == "text/event-stream"
                ? text.Split('\n').Last(line => line.StartsWith("data: ", StringComparison.Ordinal))[6..]
                : text);
            Assert.Equal(last, answer.GetProperty("id").GetInt32());
            Assert.False(answer.TryGetProperty("error", out var error), $"{method} was answered with an error of the protocol, which Home Assistant takes for a server that is not there: {error}");
            return answer.GetProperty("result");
        }

        public async Task NotifyAsync(string method)
        {
            using var response = await SendAsync(Message(method, null, null));
            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        }

        public async ValueTask DisposeAsync()
        {
            if (session is not null)
            {
                // Only who was given a session ends it.
                using var end = new HttpRequestMessage(HttpMethod.Delete, endpoint);
                Accompany(end);
                using var ended = await http.SendAsync(end, CancellationToken.None);
            }

            http.Dispose();
        }

        private async Task<HttpResponseMessage> SendAsync(JsonObject message)
        {
            using var request = Post(endpoint, key, message);
            Accompany(request);
            return await http.SendAsync(request, cancellationToken);
        }

        private void Accompany(HttpRequestMessage request)
        {
            request.Headers.Authorization ??= key is null ? null : new("Bearer", key);
            if (session is not null)
            {
                request.Headers.Add("Mcp-Session-Id", session);
            }

            if (Version is not null)
            {
                request.Headers.Add("MCP-Protocol-Version", Version);
            }
        }

        /// <summary>What an agent with several servers calls a tool, and what its provider takes for a name.</summary>
        [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$")]
        private static partial Regex NameToAgents();
    }
}
