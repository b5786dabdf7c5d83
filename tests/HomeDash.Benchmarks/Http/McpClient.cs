using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace HomeDash.Benchmarks.Http;

/// <summary>Sends the same MCP requests to any server, as cheaply as a client can.</summary>
internal sealed class McpClient(Server server, int connections = Load.Connections) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = connections }) { Timeout = TimeSpan.FromSeconds(20) };

    public static byte[] List { get; } = """{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{}}"""u8.ToArray();

    public static byte[] CallOf(string tool, string arguments) =>
        Encoding.UTF8.GetBytes($$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{arguments}}}}}""");

    /// <summary>The answer's body. A refusal, or an answer that holds an error, fails the run: nobody is fast by failing.</summary>
    public async Task<byte[]> PostAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Url)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            Headers = { { "ApiKey", server.Key }, { "Accept", "application/json, text/event-stream" }, { "MCP-Protocol-Version", "2025-06-18" } },
        };
        using var response = await http.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.StatusCode == HttpStatusCode.OK && answer.AsSpan().IndexOf("\"result\""u8) >= 0 && answer.AsSpan().IndexOf("\"isError\":true"u8) < 0
            ? answer
            : throw new InvalidOperationException($"{server.Name} answered {(int)response.StatusCode}: {Encoding.UTF8.GetString(answer)}");
    }

    public void Dispose() => http.Dispose();
}
