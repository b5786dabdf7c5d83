using System.Buffers;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Storage;

namespace HomeDash.Auth.Tests;

public sealed class SecretPathsOnSqlite() : SecretPathTests(Dialect.Sqlite);

public sealed class SecretPathsOnPostgreSql() : SecretPathTests(Dialect.PostgreSql);

/// <summary>Programs whose address is their key.</summary>
public abstract class SecretPathTests(Dialect dialect) : AuthTests(dialect)
{
    [Fact]
    public async Task The_address_acts_for_its_owner_in_one_profile()
    {
        var address = await MakeAsync("""{"name":"a","profile":"media"}""");

        var who = (await House.Open().Http.GetFromJsonAsync<Who>(address, Cancellation))!;

        Assert.Equal(("ada", "media", true), (who.Name, who.Profile, who.ReadOnly));
        Assert.Equal(address.Split('/')[^1][..8], who.KeyId);
    }

    [Theory]
    [InlineData("/API/MCP/S/")]
    [InlineData("/api/mcp/%73/")]
    public async Task However_it_is_written(string prefix)
    {
        var address = await MakeAsync("""{"name":"a","profile":"media","readOnly":false}""");

        var who = (await House.Open().Http.GetFromJsonAsync<Who>($"{prefix}{address.Split('/')[^1]}/", Cancellation))!;

        Assert.Equal(("ada", false), (who.Name, who.ReadOnly));
    }

    [Fact]
    public async Task A_wrong_one_is_nobody_even_with_a_good_key()
    {
        var address = await MakeAsync("""{"name":"a","profile":"media"}""");
        var key = Text(await CallAsync("apiKeys.create", """{"name":"k"}"""), "token");
        string[] wrong = [address[..^1] + (address[^1] == '0' ? '1' : '0'), address[..^1], address + "0", "/api/mcp/s/x.y", "/api/mcp/s/.", "/api/mcp/s/nothing", $"/api/mcp/s/{new string('a', 1000)}"];

        foreach (var attempt in wrong)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, attempt);
            request.Headers.Add("ApiKey", key);
            using var answer = await House.Open().Http.SendAsync(request, Cancellation);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task It_opens_nothing_else()
    {
        var address = await MakeAsync("""{"name":"a","profile":"media"}""");

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/who");
        request.Headers.Add("ApiKey", address.Split('/')[^1]);
        using var answer = await House.Open().Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task No_log_and_no_trace_ever_sees_it()
    {
        var traced = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => traced.Add($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(listener);
        var address = await MakeAsync("""{"name":"a","profile":"media"}""");
        var browser = House.Open().Http;

        await browser.GetAsync(address, Cancellation);
        await browser.GetAsync(address.Replace("/api/mcp/s/", "/elsewhere/API/mcp/s/", StringComparison.Ordinal), Cancellation);
        await browser.GetAsync($"{address}?and=more", Cancellation);

        Assert.Contains("/api/mcp/s ", House.Log.All);
        Assert.DoesNotContain(address[^48..], House.Log.All);
        Assert.DoesNotContain(traced, line => line.Contains(address[^48..], StringComparison.Ordinal));
    }

    private async Task<string> MakeAsync(string input)
    {
        await House.AddUserAsync("ada", "correct horse battery", administrator: true, Cancellation);
        await CallAsync("settings.update", """{"secretPaths":true}""");
        return Text(await CallAsync("profile.createSecretPath", input), "address");
    }

    private async Task<JsonElement> CallAsync(string path, string input)
    {
        var completed = Assert.IsAssignableFrom<ProcedureOutcome.Completed>(await House.CallAsync("ada", path, input, Cancellation));
        var json = new ArrayBufferWriter<byte>();
        await using (var writer = new Utf8JsonWriter(json))
        {
            completed.Write(writer);
        }

        return JsonElement.Parse(json.WrittenSpan);
    }

    private static string Text(JsonElement answer, string property) => answer.GetProperty(property).GetString()!;
}
