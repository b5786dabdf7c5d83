namespace HomeDash.Storage;

/// <summary>Where HomeDash keeps its data.</summary>
public sealed class DatabaseOptions
{
    private const string FilePrefix = "Data Source=";

    /// <summary>The folder that belongs to HomeDash: the SQLite file and the encryption keys. Made at the first use.</summary>
    public required string DataFolder { get; init; }

    /// <summary>
    /// Which database: <c>Host=…;Database=…</c> or <c>postgresql://user:password@host/database</c> for PostgreSQL, a path or
    /// <c>Data Source=path</c> for a SQLite file. Null or empty is <c>homedash.db</c> in the data folder. It may hold a
    /// password: never print it.
    /// </summary>
    public string? ConnectionString { get; init; }

    /// <summary>How long a writer waits for the writers before it, in this process and in others. 20 seconds unless set.</summary>
    public TimeSpan WriteWait { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The engine that the connection string selects.</summary>
    public Dialect Dialect =>
        StartsWith("Host=") || StartsWith("postgres://") || StartsWith("postgresql://") ? Dialect.PostgreSql : Dialect.Sqlite;

    /// <summary>The full path of the SQLite file.</summary>
    /// <exception cref="StorageUnavailableException">The connection string names neither a file nor a PostgreSQL server.</exception>
    internal string SqliteFile
    {
        get
        {
            var text = ConnectionString?.Trim() ?? "";
            var path = StartsWith(FilePrefix) ? text[FilePrefix.Length..] : text;

            // A mistyped PostgreSQL string must not become a file whose name holds the password.
            if (path.AsSpan().IndexOfAny('=', ';') >= 0 || path.Contains("://", StringComparison.Ordinal))
            {
                throw new StorageUnavailableException(
                    "The database's connection string is not understood: it starts with Host= or postgresql:// for PostgreSQL, or is the path of a SQLite file.");
            }

            return Path.GetFullPath(path.Length == 0 ? "homedash.db" : path, Path.GetFullPath(DataFolder));
        }
    }

    private bool StartsWith(string prefix) =>
        ConnectionString?.AsSpan().TrimStart().StartsWith(prefix, StringComparison.OrdinalIgnoreCase) == true;
}
