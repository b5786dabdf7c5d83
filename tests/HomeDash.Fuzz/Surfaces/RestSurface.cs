using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomeDash.Fuzz;

/// <summary>REST: queries by address, mutations by body.</summary>
internal sealed class RestSurface(IReadOnlyList<FuzzProcedure> procedures) : Surface("rest")
{
    private const string Path = "/api/v1/";

    public override HttpRequestMessage Probe() => new(HttpMethod.Get, Path + "tools/list");

    public override FuzzRequest Make(Random random)
    {
        var procedure = procedures[random.Next(procedures.Count)];
        var path = Path + procedure.Path.Replace('.', '/');
        var headers = new Dictionary<string, string?> { ["Content-Type"] = random.Next(20) == 0 ? "text/plain" : "application/json" };
        if (procedure.IsQuery ^ (random.Next(20) == 0))
        {
            var query = string.Join("&", procedure.ValidInput(random).Select(pair => $"{pair.Key}={Uri.EscapeDataString(Argument(pair.Value, random))}"));
            return new(HttpMethod.Get, $"{path}?{query}", null, headers);
        }

        var input = random.Next(6) == 0 ? procedure.ValidInput(random).ToJsonString() : Breakage.Values(procedure.ValidInput(random), random);
        return new(HttpMethod.Post, path, random.Next(6) == 0 ? Breakage.Bytes(Encoding.UTF8.GetBytes(input), random) : Encoding.UTF8.GetBytes(input), headers);
    }

    protected override string? Look(HttpResponseMessage answer, byte[] body)
    {
        if (answer.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            return null;
        }

        var root = JsonElement.Parse(body);
        return root.ValueKind != JsonValueKind.Object ? $"answered no object: {Shown(body)}"
            : !answer.IsSuccessStatusCode && !root.TryGetProperty("title", out _) ? $"answered {(int)answer.StatusCode} without problem details: {Shown(body)}"
            : null;
    }

    private static string Argument(JsonNode? value, Random random)
    {
        var text = random.Next(3) == 0 ? Breakage.Values(new JsonObject { ["a"] = value?.DeepClone() }, random) : value is JsonValue ? value.ToString() : value!.ToJsonString();
        return text.Length > 1_000 ? text[..1_000] : text;
    }
}
