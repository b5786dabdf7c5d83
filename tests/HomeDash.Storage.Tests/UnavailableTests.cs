using System.Runtime.Versioning;

namespace HomeDash.Storage.Tests;

/// <summary>What a person reads when the database cannot be used: one line, what to do, and never a password.</summary>
public sealed class UnavailableTests : IDisposable
{
    private readonly TestFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_named()
    {
        await File.WriteAllTextAsync(folder["file"], "in the way", Cancellation);

        var message = await RefusalAsync(new() { DataFolder = folder["file/data"] });

        Assert.StartsWith($"The data folder {folder["file/data"]} cannot be made (", message);
        Assert.EndsWith("Choose a folder that HomeDash may write to.", message);
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_named()
    {
        Directory.CreateDirectory(folder["homedash.db"]);

        var message = await RefusalAsync(new() { DataFolder = folder.Path });

        Assert.StartsWith($"SQLite cannot use {folder["homedash.db"]} (", message);
        Assert.EndsWith("HomeDash must be able to write to this file and to its folder, and the disk must not be full.", message);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        await File.WriteAllTextAsync(folder["homedash.db"], new string('x', 4096), Cancellation);

        Assert.Contains("file is not a database", await RefusalAsync(new() { DataFolder = folder.Path }));
    }

    [Fact, UnsupportedOSPlatform("windows")]
    public async Task A_data_folder_is_private_to_its_account()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes");
        await using var database = new Database(new() { DataFolder = folder["data"] });

        await (await database.OpenReadAsync(Cancellation)).DisposeAsync();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder["data"]));
    }

    [Theory]
    [InlineData("db.sqlite")]
    [InlineData("Data Source=db.sqlite")]
    public async Task A_connection_string_can_name_another_file(string connectionString)
    {
        await using var database = new Database(new() { DataFolder = folder.Path, ConnectionString = connectionString });

        await (await database.OpenReadAsync(Cancellation)).DisposeAsync();

        Assert.Equal(folder["db.sqlite"], database.Location);
        Assert.True(File.Exists(folder["db.sqlite"]));
    }

    [Fact]
    public void A_missing_library_says_what_to_install()
    {
        var refusal = Assert.Throws<StorageUnavailableException>(() => SqliteLibrary.Find(["libnosuchsqlite.so.0"]));

        Assert.Contains("apt install libsqlite3-0", refusal.Message);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=me;Password=open-sesame;Database=home", "database home")]
    [InlineData("postgresql://me:open-sesame@127.0.0.1:1/home", "database home")]
    [InlineData("postgres://me:open-sesame@127.0.0.1:1", "database me")]
    public async Task A_server_that_does_not_answer_is_named_without_the_password(string connectionString, string database)
    {
        var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(() => OpenAsync(new() { DataFolder = folder.Path, ConnectionString = connectionString }));

        Assert.StartsWith($"PostgreSQL at 127.0.0.1:1, {database}, cannot be used (", refusal.Message);
        Assert.DoesNotContain("sesame", refusal.ToString());
    }

    [Fact]
    public async Task A_wrong_password_is_not_repeated()
    {
        PostgreSqlServer.SkipIfMissing();
        var connectionString = await PostgreSqlServer.CreateDatabaseAsync(Cancellation);
        var wrong = new Npgsql.NpgsqlConnectionStringBuilder(connectionString) { Password = "open-sesame" }.ConnectionString;
        try
        {
            var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(() => OpenAsync(new() { DataFolder = folder.Path, ConnectionString = wrong }));

            Assert.Contains("password authentication failed", refusal.Message);
            Assert.DoesNotContain("sesame", refusal.ToString());
        }
        finally
        {
            await PostgreSqlServer.DropDatabaseAsync(connectionString, CancellationToken.None);
        }
    }

    [Theory]
    [InlineData("Host=a;Password=open;sesame=1")]
    [InlineData("Host=a;Port=sesame")]
    [InlineData("postgresql://me:sesame@:::/")]
    [InlineData("postgresql://me@host/db?sesame=1")]
    [InlineData("mysql://me:sesame@host/db")]
    [InlineData("Server=a;Password=sesame")]
    public void A_connection_string_that_is_not_understood_is_not_repeated(string connectionString)
    {
        var refusal = Assert.Throws<StorageUnavailableException>(() => new Database(new() { DataFolder = folder.Path, ConnectionString = connectionString }));

        Assert.Contains("connection string is not understood", refusal.Message);
        Assert.DoesNotContain("sesame", refusal.ToString());
    }

    private static async Task<string> RefusalAsync(DatabaseOptions options)
    {
        var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(() => OpenAsync(options));
        Assert.DoesNotContain('\n', refusal.Message);
        return refusal.Message;
    }

    private static async Task OpenAsync(DatabaseOptions options)
    {
        await using var database = new Database(options);
        await using var write = await database.BeginWriteAsync(Cancellation);
    }
}
