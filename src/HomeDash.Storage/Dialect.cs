namespace HomeDash.Storage;

/// <summary>The database engines that HomeDash runs on.</summary>
public enum Dialect
{
    /// <summary>A file in the data folder, by the system's SQLite library (3.38 or newer).</summary>
    Sqlite,

    /// <summary>A PostgreSQL server (13 or newer).</summary>
    PostgreSql,
}
