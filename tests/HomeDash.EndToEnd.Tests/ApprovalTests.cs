using System.Net;
using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace HomeDash.EndToEnd.Tests;

/// <summary>Programs that are held back until a person has said yes, on a running house with real keys.</summary>
[Collection(nameof(OneAtATime))]
public sealed class ApprovalTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_waits_on_rest_over_a_restart_and_runs_once()
    {
        var folder = Directory.CreateTempSubdirectory("homedash-approvals-").FullName;
        string key, id;
        await using (var house = await RunningHouse.StartAsync(dataFolder: folder))
        {
            await house.CreateAdministratorAsync();
            key = await house.CreateKeyAsync();
            await CommandAsync(folder, "call", "approvals.createRule", "--covers", "app.create");
            var held = await PostAsync(house, key, "app/create", """{"name":"Plex"}""");
            Assert.Equal(HttpStatusCode.Conflict, held.Status);
            Assert.Equal("approval_needed", held.Json.GetProperty("reason").GetString());
            id = held.Json.GetProperty("approval").GetString()!;

            var own = await PostAsync(house, key, "approvals/approve", $$"""{"id":"{{id}}"}""");
            Assert.Equal(HttpStatusCode.Forbidden, own.Status);
            Assert.Contains("/approvals", own.Json.GetProperty("detail").GetString());
            await CommandAsync(folder, "call", "approvals.approve", "--id", id);
            await house.KillAsync();
            CopyTo(folder, folder + "-kept");
        }

        await using var again = await RunningHouse.StartAsync(dataFolder: folder + "-kept");
        var attempts = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => number % 2 == 0
            ? PostAsync(again, key, "app/create", """{"name":"Plex"}""")
            : PostAsync(again, key, "approvals/status", $$"""{"id":"{{id}}"}""")));

        Assert.DoesNotContain(attempts, attempt => attempt.Status == HttpStatusCode.InternalServerError);
        var apps = await CommandAsync(again.DataFolder, "call", "app.list");
        Assert.Equal(1, apps.GetProperty("total").GetInt32());
        var ended = await CommandAsync(again.DataFolder, "call", "approvals.get", "--id", id);
        Assert.Equal("done", ended.GetProperty("state").GetString());
    }

    [Fact]
    public async Task An_assistant_is_told_what_to_tell_and_what_to_call()
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        await CommandAsync(house.DataFolder, "call", "approvals.createRule", "--covers", "app");
        await using var assistant = await Assistant.ConnectAsync(house, "approvals_status");

        var held = await assistant.CallToolAsync("app_create", new Dictionary<string, object?> { ["name"] = "Plex" }, cancellationToken: Cancelled);

        Assert.True(held.IsError);
        var text = Assert.IsType<TextContentBlock>(held.Content[0]).Text;
        Assert.Contains("Nothing was done yet. A person has to approve it first: Create app: name “Plex”", text);
        Assert.Contains($"{house.Address}approvals", text);
        var next = JsonElement.Parse(Assert.IsType<TextContentBlock>(held.Content[1]).Text).GetProperty("error").GetProperty("next");
        Assert.Equal("approvals_status", next.GetProperty("tool").GetString());
        var id = next.GetProperty("arguments").GetProperty("id").GetString()!;
        Assert.DoesNotContain(await assistant.ListToolsAsync(cancellationToken: Cancelled), tool => tool.Name is "approvals_approve" or "approvals_deny" or "approvals_deleteRule");
        var forced = await assistant.CallToolAsync("approvals_approve", new Dictionary<string, object?> { ["id"] = id }, cancellationToken: Cancelled);
        Assert.Contains("is for a person", Assert.IsType<TextContentBlock>(forced.Content[0]).Text);

        await CommandAsync(house.DataFolder, "call", "approvals.approve", "--id", id);
        var status = await assistant.CallAsync("approvals_status", new() { ["id"] = id });

        Assert.Equal("Plex", status.GetProperty("result").GetProperty("name").GetString());
        await CommandAsync(house.DataFolder, "call", "approvals.listRules");
    }

    [Theory]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public async Task A_user_decides_at_the_client_where_the_rule_leaves_it_to_them(string version)
    {
        await using var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        await CommandAsync(house.DataFolder, "call", "approvals.createRule", "--covers", "app.create", "--decider", "caller");
        await CommandAsync(house.DataFolder, "call", "approvals.createRule", "--covers", "app.delete", "--decider", "administrator");
        var asked = new List<string>();
        await using var assistant = await Assistant.ConnectAsync(house, "approvals_status", options: new()
        {
            ProtocolVersion = version,
            Capabilities = new() { Elicitation = new() { Form = new() } },
            Handlers = new()
            {
                ElicitationHandler = (question, _) =>
                {
                    asked.Add(question!.Message);
                    return new(question.Message.Contains("Plex", StringComparison.Ordinal)
                        ? new() { Action = "accept", Content = new Dictionary<string, JsonElement> { ["answer"] = JsonElement.Parse("true") } }
                        : new ElicitResult { Action = "decline" });
                },
            },
        });

        var made = await assistant.CallAsync("app_create", new() { ["name"] = "Plex" });
        var refused = await assistant.CallToolAsync("app_create", new Dictionary<string, object?> { ["name"] = "Kodi" }, cancellationToken: Cancelled);
        var held = await assistant.CallToolAsync("app_delete", new Dictionary<string, object?> { ["app"] = "Plex" }, cancellationToken: Cancelled);

        Assert.Equal("Plex", made.GetProperty("name").GetString());
        Assert.Equal(2, asked.Count);
        Assert.Contains("Create app: name “Plex”", asked[0]);
        Assert.True(refused.IsError);
        Assert.Contains("no at the client", Assert.IsType<TextContentBlock>(refused.Content[0]).Text);
        Assert.True(held.IsError);
        Assert.Contains("A person has to approve it first", Assert.IsType<TextContentBlock>(held.Content[0]).Text);
        var apps = await CommandAsync(house.DataFolder, "call", "app.list");
        Assert.Equal(["Plex"], apps.GetProperty("items").EnumerateArray().Select(app => app.GetProperty("name").GetString()));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Json)> PostAsync(RunningHouse house, string key, string path, string json)
    {
        using var client = new HttpClient { BaseAddress = house.Address };
        client.DefaultRequestHeaders.Add("ApiKey", key);
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync($"api/v1/{path}", body, Cancelled);
        return (answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancelled)));
    }

    private static async Task<JsonElement> CommandAsync(string folder, params string[] arguments)
    {
        var result = await CommandLine.RunAsync(folder, arguments);
        Assert.True(result.Code == 0, result.Error);
        return JsonElement.Parse(result.Output);
    }

    private static void CopyTo(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
