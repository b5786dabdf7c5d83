using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomeDash.Fuzz;

/// <summary>MCP over HTTP, of both eras.</summary>
internal sealed class McpSurface(IReadOnlyList<FuzzProcedure> procedures) : Surface("mcp")
{
    private const string Path = "/api/mcp/mcp";
    private const string Modern = "2026-07-28";
    private const int InternalError = -32603;

    private static readonly string[] Methods =
        ["initialize", "ping", "tools/list", "server/discover", "resources/list", "prompts/get", "completion/complete", "logging/setLevel", "notifications/initialized", "tools/calls", "", "\u0000"];

    public override HttpRequestMessage Probe() => new(HttpMethod.Post, Path)
    {
        Content = new StringContent("""{"jsonrpc":"2.0","id":1,"method":"ping"}""", Encoding.UTF8, "application/json"),
        Headers = { { "Accept", "application/json, text/event-stream" } },
    };

    public override FuzzRequest Make(Random random)
    {
        var procedure = procedures[random.Next(procedures.Count)];
        var modern = random.Next(4) == 0;
        var method = random.Next(8) == 0 ? Methods[random.Next(Methods.Length)] : "tools/call";
        var parameters = new JsonObject();
        if (method == "tools/call")
        {
            parameters = new() { ["name"] = procedure.Tool, ["arguments"] = procedure.ValidInput(random) };
        }

        if (modern)
        {
            parameters["_meta"] = new JsonObject { ["io.modelcontextprotocol/protocolVersion"] = Modern, ["io.modelcontextprotocol/clientCapabilities"] = new JsonObject() };
        }

        var message = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = random.Next(1_000), ["method"] = method, ["params"] = parameters };
        var headers = Headers(random, modern, method, procedure.Tool);
        var body = random.Next(12) switch
        {
            0 => Encoding.UTF8.GetBytes(message.ToJsonString()),
            1 => Encoding.UTF8.GetBytes($"[{message.ToJsonString()},{message.ToJsonString()}]"),
            2 or 3 => Encoding.UTF8.GetBytes(Breakage.Values(message, random)),
            4 or 5 => Breakage.Bytes(Encoding.UTF8.GetBytes(message.ToJsonString()), random),
            _ => Encoding.UTF8.GetBytes(WithBrokenArguments(message, random)),
        };
        return new(HttpMethod.Post, Path, body, headers) { SignedIn = random.Next(40) != 0 };
    }

    protected override string? Look(HttpResponseMessage answer, byte[] body)
    {
        if (answer.StatusCode == HttpStatusCode.Accepted)
        {
            return body.Length == 0 ? null : $"answered 202 with a body: {Shown(body)}";
        }

        var messages = answer.Content.Headers.ContentType?.MediaType == "text/event-stream"
            ? Encoding.UTF8.GetString(body).Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => line["data: ".Length..]).Where(data => data.Length > 0)
            : [Encoding.UTF8.GetString(body)];
        var last = JsonElement.Parse(messages.Last());
        if (last.GetProperty("jsonrpc").GetString() != "2.0")
        {
            return $"answered something else than JSON-RPC: {Shown(body)}";
        }

        if (last.TryGetProperty("error", out var error))
        {
            return error.GetProperty("code").GetInt32() == InternalError || error.GetProperty("message").GetString() is null or "" ? $"answered an internal error: {Shown(body)}" : null;
        }

        return answer.StatusCode != HttpStatusCode.OK ? $"answered {(int)answer.StatusCode} without an error: {Shown(body)}"
            : last.GetProperty("result").ValueKind != JsonValueKind.Object ? $"answered a result that is no object: {Shown(body)}"
            : null;
    }

    /// <summary>The envelope stays whole, so that the arguments reach the pipeline.</summary>
    private static string WithBrokenArguments(JsonObject message, Random random)
    {
        if (message["params"]!["arguments"] is not JsonObject arguments)
        {
            return message.ToJsonString();
        }

        const string Mark = "\"@@arguments@@\"";
        var broken = Breakage.Values(arguments, random);
        message["params"]!["arguments"] = "@@arguments@@";
        return message.ToJsonString().Replace(Mark, broken, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Headers(Random random, bool modern, string method, string tool)
    {
        var headers = new Dictionary<string, string?>
        {
            ["Accept"] = "application/json, text/event-stream",
            ["Content-Type"] = "application/json",
            ["MCP-Protocol-Version"] = modern ? Modern : Any(random, null, "2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"),
            ["Mcp-Method"] = modern && method.Length > 1 ? method : null,
            ["Mcp-Name"] = modern ? tool : null,
        };
        if (random.Next(10) == 0)
        {
            headers[Any(random, "Accept", "Content-Type", "MCP-Protocol-Version", "Mcp-Method", "Mcp-Name", "Mcp-Session-Id", "Last-Event-ID", "Origin", "Authorization", "Content-Encoding")] =
                Any(random, null, "", "*/*", "text/plain", "application/json; charset=utf-16", "2099-01-01", "=?base64?4pi6?=", "=?base64?%%%?=", "http://evil.example", "Bearer x.y", "Bearer", "gzip", new string('h', 4_000), ",;q=", "application/json;q=2");
        }

        return headers;
    }
}
