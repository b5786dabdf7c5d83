using System.Net;
using System.Net.Sockets;
using Dapper;
using HomeDash.Storage;

namespace HomeDash.EndToEnd.Tests;

/// <summary>The verbs, as a person at the shell meets them.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("homedash-cli-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("--help", "HOMEDASH_DATA")]
    [InlineData("users create --help", "--password-stdin")]
    [InlineData("users list --help", "Lists the users")]
    [InlineData("users delete --help", "refuses them at their next call")]
    [InlineData("keys create --help", "<id>.<token>")]
    [InlineData("keys list --help", "Tokens are not kept")]
    [InlineData("mcp --help", "standard input")]
    [InlineData("keys revoke --help", "refuses it at its next call")]
    public async Task Every_verb_explains_itself(string arguments, string expected)
    {
        var help = await CommandLine.RunAsync(folder, arguments.Split(' '));

        Assert.Equal(0, help.Code);
        Assert.Contains(expected, help.Output);
    }

    [Fact]
    public async Task A_key_is_printed_once_and_alone_and_listed_without_its_token()
    {
        await CreateAdaAsync();

        var created = await CommandLine.RunAsync(folder, ["keys", "create", "--user", "ada", "--name", "laptop"]);
        var listed = await CommandLine.RunAsync(folder, ["keys", "list"]);

        Assert.Equal((0, ""), (created.Code, created.Error));
        var key = created.Output.TrimEnd('\n');
        Assert.Matches("^[0-9a-f]{8}\\.[0-9a-f]{48}$", key);
        Assert.Contains(key[..8], listed.Output);
        Assert.Contains("laptop", listed.Output);
        Assert.DoesNotContain(key[9..], listed.Output + listed.Error);
    }

    [Fact]
    public async Task Users_are_listed_and_deleted_with_their_keys()
    {
        await CreateAdaAsync();
        await CommandLine.RunAsync(folder, ["users", "create", "--name", "bob", "--password-stdin"], "long enough\n");
        await CommandLine.RunAsync(folder, ["keys", "create", "--user", "bob", "--name", "laptop"]);

        var listed = await CommandLine.RunAsync(folder, ["users", "list"]);
        var last = await CommandLine.RunAsync(folder, ["users", "delete", "ada"]);
        var deleted = await CommandLine.RunAsync(folder, ["users", "delete", "BOB"]);

        Assert.Matches("ada +.*everything", listed.Output);
        Assert.Matches("bob +.*what its groups may", listed.Output);
        Assert.Contains("no administrator could sign in", last.Error);
        Assert.Equal((0, "Deleted bob.\n"), (deleted.Code, deleted.Output));
        Assert.DoesNotContain("bob", (await CommandLine.RunAsync(folder, ["users", "list"])).Output);
        Assert.DoesNotContain("laptop", (await CommandLine.RunAsync(folder, ["keys", "list"])).Output);
    }

    [Fact]
    public async Task Mistakes_are_one_line_that_says_what_to_do()
    {
        await CreateAdaAsync();

        var again = await CommandLine.RunAsync(folder, ["users", "create", "--name", "ADA", "--password-stdin"], "long enough\n");
        var weak = await CommandLine.RunAsync(folder, ["users", "create", "--name", "bob", "--password-stdin"], "short\n");
        var nobody = await CommandLine.RunAsync(folder, ["keys", "create", "--user", "adda", "--name", "laptop"]);
        var revoke = await CommandLine.RunAsync(folder, ["keys", "revoke", "00000000"]);

        Assert.All([again, weak, nobody, revoke], result =>
        {
            Assert.Equal((1, ""), (result.Code, result.Output));
            Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.StartsWith("homedash: ", result.Error);
        });
        Assert.Contains("'ada'", nobody.Error);
        Assert.DoesNotContain("short", weak.Error.Replace("too short", ""));
    }

    [Fact]
    public async Task A_port_in_use_is_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var result = await CommandLine.RunAsync(folder, [], environment: variables => variables["HOMEDASH_URLS"] = $"http://127.0.0.1:{port}");

        Assert.Equal(1, result.Code);
        Assert.Contains($"{port}", Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains("HOMEDASH_URLS", result.Error);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_one_line()
    {
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var result = await CommandLine.RunAsync(Path.Combine(file, "data"), []);

        Assert.Equal(1, result.Code);
        Assert.Contains("HOMEDASH_DATA", Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task A_database_of_a_newer_homedash_is_refused_in_one_line()
    {
        await CreateAdaAsync();
        await using (var database = new Database(new() { DataFolder = folder }))
        {
            await using var write = await database.BeginWriteAsync(TestContext.Current.CancellationToken);
            await write.Connection.ExecuteAsync("INSERT INTO schema_version (room, number, name, applied_at) VALUES ('house', 9999, 'from_the_future', 0)", transaction: write.Transaction);
            await write.CommitAsync(TestContext.Current.CancellationToken);
        }

        var result = await CommandLine.RunAsync(folder, ["keys", "list"]);

        Assert.Equal(1, result.Code);
        Assert.Contains("newer", Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    private async Task CreateAdaAsync()
    {
        var created = await CommandLine.RunAsync(folder, ["users", "create", "--name", "ada", "--admin", "--password-stdin"], "correct horse battery\n");
        Assert.True(created.Code == 0, created.Error);
    }
}
