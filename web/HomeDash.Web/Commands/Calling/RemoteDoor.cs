using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HomeDash.Procedures;
using HomeDash.Web.Hosting;

namespace HomeDash.Web.Commands.Calling;

/// <summary>Calls a running HomeDash over REST.</summary>
internal sealed class RemoteDoor : ICallDoor
{
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly Uri address;
    private readonly HttpClient http;

    /// <param name="address">Where HomeDash is, for example <c>http://127.0.0.1:7575</c>.</param>
    /// <param name="key">The API key.</param>
    /// <param name="timeout">How long an answer may take.</param>
    public RemoteDoor(Uri address, string? key, TimeSpan timeout)
    {
        this.address = new(address.AbsoluteUri.TrimEnd('/') + "/api/v1/");
        // A redirect would carry the key to wherever it leads.
        http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) }) { Timeout = timeout, MaxResponseContentBufferSize = MostBytes };
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (key is not null && !http.DefaultRequestHeaders.TryAddWithoutValidation("ApiKey", key))
        {
            throw new StartupFailure("The key is none: it has the form <id>.<token>.");
        }
    }

    public async Task<IReadOnlyList<Tool>> ToolsAsync(bool connected, CancellationToken cancellationToken) =>
        await ToolPages.ReadAsync(input => SendAsync(Get("tools.list", input), cancellationToken));

    public Task<CallAnswer> CallAsync(Tool tool, JsonObject input, bool dryRun, CancellationToken cancellationToken)
    {
        var request = tool.IsMutation
            ? new HttpRequestMessage(HttpMethod.Post, Address(tool.Path)) { Content = new StringContent(input.ToJsonString(), Encoding.UTF8, "application/json") }
            : Get(tool.Path, input);
        if (dryRun)
        {
            request.Headers.Add("HomeDash-Dry-Run", "true");
        }

        return SendAsync(request, cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return default;
    }

    private Uri Address(string path) => new(address, path.Replace('.', '/'));

    private HttpRequestMessage Get(string path, JsonObject input)
    {
        var arguments = input.SelectMany(argument => argument.Value is JsonArray items
            ? items.Select(item => (argument.Key, Text(item)))
            : [(argument.Key, Text(argument.Value))]);
        var query = string.Join('&', arguments.Select(argument => $"{Uri.EscapeDataString(argument.Key)}={Uri.EscapeDataString(argument.Item2)}"));
        return new(HttpMethod.Get, new Uri($"{Address(path)}{(query.Length == 0 ? "" : "?")}{query}"));
    }

    private static string Text(JsonNode? value) => value is JsonValue scalar ? scalar.ToString() : value?.ToJsonString() ?? "null";

    private async Task<CallAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var sent = request;
        try
        {
            using var response = await http.SendAsync(sent, cancellationToken);
            return Read(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (HttpRequestException exception)
        {
            throw new StartupFailure($"HomeDash does not answer at {address.GetLeftPart(UriPartial.Authority)}: {exception.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StartupFailure($"HomeDash at {address.GetLeftPart(UriPartial.Authority)} did not answer within {http.Timeout.TotalSeconds:0} s.");
        }
    }

    private CallAnswer Read(HttpStatusCode status, byte[] body)
    {
        if (Parse(body) is not { ValueKind: JsonValueKind.Object } answer)
        {
            throw new StartupFailure($"What answers at {address.GetLeftPart(UriPartial.Authority)} is no HomeDash: status {(int)status} without JSON. Name its address without a path in --url.");
        }

        return (int)status is >= 200 and < 300
            ? new CallAnswer.Result(answer)
            : new CallAnswer.Refusal(Word(answer, "reason") ?? "", Word(answer, "detail") ?? Word(answer, "title") ?? $"It failed with status {(int)status}.", Problems(answer));
    }

    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Word(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IReadOnlyList<InputProblem> Problems(JsonElement answer) => answer.TryGetProperty("problems", out var problems) && problems.ValueKind == JsonValueKind.Array
        ? [.. problems.EnumerateArray().Select(problem => new InputProblem(Word(problem, "path") ?? "", Word(problem, "message") ?? ""))]
        : [];
}
