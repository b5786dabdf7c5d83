using System.Diagnostics;
using System.Text.Json;
using HomeDash.Testing;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace HomeDash.EndToEnd.Tests;

/// <summary><c>homedash mcp</c>, started by clients that know programs only: on the data of this machine, and as a bridge to a running house.</summary>
[Collection(nameof(OneAtATime))]
public sealed class StdioTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_official_client_uses_it_in_both_eras(bool bridged)
    {
        await using var house = await StartAsync();
        var program = await ProgramAsync(house, bridged);
        foreach (var version in new[] { "2024-11-05", "2025-11-25", "2026-07-28" })
        {
            await using var client = await ConnectAsync(program, version);

            var tools = (await client.ListToolsAsync(cancellationToken: Cancelled)).Select(tool => tool.Name).ToArray();
            var created = await client.CallToolAsync("app_create", Arguments("name", $"App of {version}"), cancellationToken: Cancelled);
            var failed = await client.CallToolAsync("app_get", Arguments("app", "nothing like it"), cancellationToken: Cancelled);

            Assert.Equal(version, client.NegotiatedProtocolVersion);
            Assert.Contains("app_create", tools);
            Assert.NotEqual(true, created.IsError);
            Assert.Equal($"App of {version}", created.StructuredContent!.Value.GetProperty("name").GetString());
            Assert.True(failed.IsError);
        }
    }

    [Theory, InlineData(1, false), InlineData(1, true), InlineData(2, false), InlineData(2, true)]
    public async Task The_typescript_clients_use_it(int sdk, bool bridged)
    {
        NodeClients.SkipUnlessInstalled();
        await using var house = await StartAsync();
        var program = await ProgramAsync(house, bridged);

        var seen = await program.CallFromTypeScriptAsync(sdk, "app_list", """{"limit":5}""", Cancelled);

        Assert.Contains("app_list", seen.GetProperty("tools").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(0, seen.GetProperty("result").GetProperty("structuredContent").GetProperty("items").GetArrayLength());
        if (sdk == 2)
        {
            Assert.Equal("2026-07-28", seen.GetProperty("version").GetString());
        }
    }

    [Fact]
    public async Task On_the_data_of_this_machine_it_acts_for_a_user_and_can_be_kept_to_reading()
    {
        await using var house = await StartAsync();
        Assert.Equal(0, (await CommandLine.RunAsync(house.DataFolder, ["users", "create", "--name", "bob", "--password-stdin"], "long enough\n")).Code);
        await using var reader = await ConnectAsync(Program(house, "mcp", "--user", "ADA", "--read-only"));
        await using var guest = await ConnectAsync(Program(house, "mcp", "--user", "bob"));

        var offered = (await reader.ListToolsAsync(cancellationToken: Cancelled)).Select(tool => tool.Name).ToArray();
        var refused = await reader.CallToolAsync("app_create", Arguments("name", "Grafana"), cancellationToken: Cancelled);
        var forbidden = await guest.CallToolAsync("user_list", cancellationToken: Cancelled);

        Assert.Contains("app_list", offered);
        Assert.DoesNotContain("app_create", offered);
        Assert.True(refused.IsError);
        Assert.True(forbidden.IsError);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task It_prints_nothing_but_messages_and_ends_with_its_client(bool bridged)
    {
        await using var house = await StartAsync();
        var program = await ProgramAsync(house, bridged);
        using var process = Start(house, program);

        await process.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","id":"one","method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""");
        var introduced = await process.StandardOutput.ReadLineAsync(Cancelled);
        await process.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        await process.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","id":"two","method":"tools/list"}""");
        var listed = await process.StandardOutput.ReadLineAsync(Cancelled);
        process.StandardInput.Close();
        var rest = await process.StandardOutput.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled).WaitAsync(TimeSpan.FromSeconds(15), Cancelled);

        Assert.Equal(("one", "two"), (Id(introduced), Id(listed)));
        Assert.Equal("", rest);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task A_house_that_cannot_be_reached_or_does_not_know_the_key_is_an_error_that_says_so()
    {
        await using var house = await StartAsync();
        var ping = """{"jsonrpc":"2.0","id":1,"method":"ping"}""" + "\n";

        var nobody = await CommandLine.RunAsync(house.DataFolder, ["mcp", "--url", "http://127.0.0.1:1", "--key", "a.b"], ping);
        var stranger = await CommandLine.RunAsync(house.DataFolder, ["mcp", "--url", $"{house.Address}", "--key", "00000000.wrong"], ping);
        var mixed = await CommandLine.RunAsync(house.DataFolder, ["mcp", "--url", $"{house.Address}", "--key", "a.b", "--read-only"], ping);
        var unknown = await CommandLine.RunAsync(house.DataFolder, ["mcp", "--user", "nobody"], ping);

        Assert.Contains("does not answer", Error(nobody));
        Assert.Contains("API key", Error(stranger));
        Assert.Equal((2, ""), (mixed.Code, mixed.Output));
        Assert.Equal((1, ""), (unknown.Code, unknown.Output));
        Assert.Contains("There is no user 'nobody'", unknown.Error);
    }

    private static async Task<RunningHouse> StartAsync()
    {
        var house = await RunningHouse.StartAsync();
        await house.CreateAdministratorAsync();
        return house;
    }

    private static async Task<StdioProgram> ProgramAsync(RunningHouse house, bool bridged)
    {
        if (!bridged)
        {
            return Program(house, "mcp");
        }

        var program = Program(house, "mcp", "--url", house.Address.AbsoluteUri);
        return program with { Environment = new Dictionary<string, string?>(program.Environment) { ["HOMEDASH_KEY"] = await house.CreateKeyAsync() } };
    }

    private static StdioProgram Program(RunningHouse house, params string[] arguments)
    {
        var start = CommandLine.Start(house.DataFolder, arguments);
        return new(start.FileName, [.. start.ArgumentList], new Dictionary<string, string?>(start.Environment));
    }

    private static Process Start(RunningHouse house, StdioProgram program)
    {
        var start = CommandLine.Start(house.DataFolder, [.. program.Arguments.Skip(1)]);
        start.Environment["HOMEDASH_KEY"] = program.Environment.GetValueOrDefault("HOMEDASH_KEY");
        start.RedirectStandardError = false;
        return Process.Start(start)!;
    }

    private static Task<McpClient> ConnectAsync(StdioProgram program, string? version = null) => McpClient.CreateAsync(
        new StdioClientTransport(new() { Command = program.Command, Arguments = [.. program.Arguments], EnvironmentVariables = new Dictionary<string, string?>(program.Environment) }),
        new McpClientOptions { ProtocolVersion = version },
        cancellationToken: Cancelled);

    private static Dictionary<string, object?> Arguments(string name, object value) => new() { [name] = value };

    private static string? Id(string? line) => JsonElement.Parse(line!).GetProperty("id").GetString();

    private static string? Error(CommandResult result) => JsonElement.Parse(result.Output).GetProperty("error").GetProperty("message").GetString();
}
