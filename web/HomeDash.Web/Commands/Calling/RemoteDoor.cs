using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
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

    public async IAsyncEnumerable<JsonElement> FollowAsync(Tool tool, JsonObject input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = Get(tool.Path, input);
        using var response = await SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            throw Read(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken)) is CallAnswer.Refusal refusal
                ? refusal.Failure
                : new StartupFailure($"HomeDash at {Server} does not answer {tool.Path} with a stream.");
        }

        var events = new RemoteEvents(await response.Content.ReadAsStreamAsync(cancellationToken), Server);
        await foreach (var item in events.ReadAsync(problem => Refusal(problem, "The stream broke."), cancellationToken))
        {
            yield return item;
        }
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return default;
    }

    private string Server => address.GetLeftPart(UriPartial.Authority);

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
        using var response = await SendAsync(sent, HttpCompletionOption.ResponseContentRead, cancellationToken);
        return Read(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, HttpCompletionOption completion, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, completion, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            throw new StartupFailure($"HomeDash does not answer at {Server}: {exception.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StartupFailure($"HomeDash at {Server} did not answer within {http.Timeout.TotalSeconds:0} s.");
        }
    }

    private CallAnswer Read(HttpStatusCode status, byte[] body)
    {
        if (Parse(body) is not { ValueKind: JsonValueKind.Object } answer)
        {
            throw new StartupFailure($"What answers at {Server} is no HomeDash: status {(int)status} without JSON. Name its address without a path in --url.");
        }

        return (int)status is >= 200 and < 300
            ? new CallAnswer.Result(answer)
            : Refusal(answer, $"It failed with status {(int)status}.");
    }

    private static CallAnswer.Refusal Refusal(JsonElement problem, string otherwise) =>
        new(Word(problem, "reason") ?? "", Word(problem, "detail") ?? Word(problem, "title") ?? otherwise, Problems(problem));

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
