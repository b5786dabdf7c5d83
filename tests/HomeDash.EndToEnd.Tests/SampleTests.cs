using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using ModelContextProtocol.Client;

namespace HomeDash.EndToEnd.Tests;

/// <summary>The sample of the documentation: somebody else's program, with procedures of its own and nothing of HomeDash's domain.</summary>
public sealed class SampleTests
{
    private static readonly string Program = ProgramPathAttribute.Value
        .Replace(Path.Combine("web", "HomeDash.Web", "bin"), Path.Combine("docs", "samples", "Garden", "bin"), StringComparison.Ordinal)
        .Replace("HomeDash.Web.dll", "Garden.dll", StringComparison.Ordinal);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_router_is_on_mcp_trpc_and_rest()
    {
        var address = new Uri($"http://127.0.0.1:{RunningHouse.FreePort()}/");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, "--urls", address.GetLeftPart(UriPartial.Authority)]) { RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        try
        {
            using var client = new HttpClient { BaseAddress = address };
            await UntilItAnswersAsync(client);

            var listed = await client.GetFromJsonAsync<JsonElement>("api/v1/greenhouse/list", Cancelled);
            Assert.Equal(["basil", "tomatoes"], listed.GetProperty("items").EnumerateArray().Select(bed => bed.GetProperty("name").GetString()));

            using var watered = await client.PostAsJsonAsync("api/v1/greenhouse/water", new { bed = "basil", seconds = 20 }, Cancelled);
            Assert.Equal(0.8, (await watered.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("moisture").GetDouble(), 6);

            var trpc = await client.GetFromJsonAsync<JsonElement>("api/trpc/greenhouse.list", Cancelled);
            Assert.Equal(2, trpc.GetProperty("result").GetProperty("data").GetProperty("items").GetArrayLength());

            await using var mcp = await McpClient.CreateAsync(
                new HttpClientTransport(new() { Endpoint = new(address, "api/mcp/mcp"), TransportMode = HttpTransportMode.StreamableHttp }), cancellationToken: Cancelled);
            Assert.Equal(["greenhouse_list", "greenhouse_water"], (await mcp.ListToolsAsync(cancellationToken: Cancelled)).Select(tool => tool.Name));
            var refused = await mcp.CallToolAsync("greenhouse_water", new Dictionary<string, object?> { ["bed"] = "basel" }, cancellationToken: Cancelled);
            Assert.True(refused.IsError);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task UntilItAnswersAsync(HttpClient client)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            try
            {
                using var answer = await client.GetAsync("api/openapi.json", Cancelled);
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(200, Cancelled);
            }
        }

        Assert.Fail("The sample did not answer within 20 s.");
    }
}
