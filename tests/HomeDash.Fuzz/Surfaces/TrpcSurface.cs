using System.Text;
using System.Text.Json;

namespace HomeDash.Fuzz;

/// <summary>tRPC's wire protocol: one call, or a batch.</summary>
internal sealed class TrpcSurface(IReadOnlyList<FuzzProcedure> procedures) : Surface("trpc")
{
    private const string Path = "/api/trpc/";

    public override HttpRequestMessage Probe() => new(HttpMethod.Get, Path + "tools.list");

    public override FuzzRequest Make(Random random)
    {
        var count = random.Next(4) == 0 ? random.Next(2, 6) : 1;
        FuzzProcedure[] called = [.. Enumerable.Range(0, count).Select(_ => procedures[random.Next(procedures.Count)])];
        string[] inputs = [.. called.Select(procedure => random.Next(6) == 0 ? procedure.ValidInput(random).ToJsonString() : Breakage.Values(procedure.ValidInput(random), random))];
        var input = count == 1 ? inputs[0] : $"{{{string.Join(",", inputs.Select((each, index) => $"\"{index}\":{each}"))}}}";
        var path = Path + string.Join(",", called.Select(procedure => random.Next(30) == 0 ? procedure.Path + "x" : procedure.Path));
        var batch = (count > 1) ^ (random.Next(20) == 0) ? "batch=1&" : "";
        var headers = new Dictionary<string, string?> { ["Content-Type"] = random.Next(20) == 0 ? "text/plain" : "application/json", ["trpc-accept"] = random.Next(8) == 0 ? "application/jsonl" : null };
        // What does not fit into an address is refused before HomeDash sees it.
        return called[0].IsQuery ^ (random.Next(20) == 0) && input.Length < 2_000
            ? new(HttpMethod.Get, $"{path}?{batch}input={Uri.EscapeDataString(input)}", null, headers)
            : new(HttpMethod.Post, $"{path}?{batch}", random.Next(6) == 0 ? Breakage.Bytes(Encoding.UTF8.GetBytes(input), random) : Encoding.UTF8.GetBytes(input), headers);
    }

    protected override string? Look(HttpResponseMessage answer, byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        if (text.Contains("INTERNAL_SERVER_ERROR", StringComparison.Ordinal))
        {
            return $"answered an internal error: {Shown(body)}";
        }

        if (answer.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            return null;
        }

        // A streamed batch says application/json, too, and has a document in each line.
        if (answer.RequestMessage!.Headers.Contains("trpc-accept") && answer.RequestMessage.RequestUri!.Query.Contains("batch=1", StringComparison.Ordinal) && answer.IsSuccessStatusCode)
        {
            foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                JsonElement.Parse(line);
            }

            return null;
        }

        var root = JsonElement.Parse(body);
        return (root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToArray() : [root])
            .All(each => each.TryGetProperty("result", out _) || each.TryGetProperty("error", out _)) ? null : $"answered neither result nor error: {Shown(body)}";
    }
}
