using System.Text.Json;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Mcp.Tests;

/// <summary>A server with several profiles.</summary>
internal sealed class ProfileHost : IAsyncDisposable
{
    private ProfileHost(McpHost host, KeptProfiles profiles, KeptLengths lengths) => (Host, Profiles, Lengths) = (host, profiles, lengths);

    public McpHost Host { get; }

    public KeptProfiles Profiles { get; }

    public KeptLengths Lengths { get; }

    public static async Task<ProfileHost> StartAsync(Action<IServiceCollection>? more = null)
    {
        var profiles = new KeptProfiles();
        var lengths = new KeptLengths();
        return new(
            await McpHost.StartAsync(services =>
            {
                services.AddSingleton<IToolProfiles>(profiles).AddSingleton<IToolSwitches>(profiles).AddSingleton<IAnswerMeter>(lengths);
                more?.Invoke(services);
            }),
            profiles,
            lengths);
    }

    /// <summary>What a profile answers.</summary>
    public Task<RawAnswer> PostAsync(string profile, string body, params (string Name, string? Value)[] headers) => Host.SendAsync(
        new(HttpMethod.Post, new Uri(Host.Url, profile)) { Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new("application/json") } } }, headers);

    /// <summary>The tools of a profile, by name.</summary>
    public async Task<Dictionary<string, JsonElement>> ListAsync(string profile, string key = KeyedCaller.Administrator) =>
        (await PostAsync(profile, """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""", ("ApiKey", key))).Message.GetProperty("result").GetProperty("tools").EnumerateArray()
            .ToDictionary(tool => tool.GetProperty("name").GetString()!);

    /// <summary>The result of a call.</summary>
    public async Task<JsonElement> CallAsync(string profile, string tool, string arguments = "{}", string key = KeyedCaller.Administrator) =>
        (await PostAsync(profile, $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{arguments}}}}}""", ("ApiKey", key))).Message.GetProperty("result");

    public static bool Failed(JsonElement result) => result.TryGetProperty("isError", out var failed) && failed.GetBoolean();

    public static string Text(JsonElement result) => result.GetProperty("content")[0].GetProperty("text").GetString()!;

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
