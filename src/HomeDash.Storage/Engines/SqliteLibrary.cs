using System.Runtime.InteropServices;
using SQLitePCL;

namespace HomeDash.Storage;

/// <summary>Binds SQLite to the library of the operating system, whose security updates then reach HomeDash.</summary>
internal static class SqliteLibrary
{
    /// <summary>3.38 brought <c>-&gt;&gt;</c> for JSON.</summary>
    private const int OldestVersion = 3_038_000;

    private static readonly Lazy<bool> Bound = new(Bind);

    /// <summary>Loads and binds the library; at once after the first time.</summary>
    /// <exception cref="StorageUnavailableException">It is missing or too old.</exception>
    public static void Load() => _ = Bound.Value;

    private static bool Bind()
    {
        var handle = Find(Names());
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, (name, _, _) => name == "e_sqlite3" ? handle : IntPtr.Zero);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        if (raw.sqlite3_libversion_number() < OldestVersion)
        {
            throw new StorageUnavailableException($"SQLite {raw.sqlite3_libversion().utf8_to_string()} is too old: HomeDash needs 3.38 or newer. Update the system's SQLite library.");
        }

        return true;
    }

    internal static IntPtr Find(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, out var handle))
            {
                return handle;
            }
        }

        throw new StorageUnavailableException("SQLite's library was not found. Install it (Debian and Ubuntu: apt install libsqlite3-0; Alpine: apk add sqlite-libs; Fedora: dnf install sqlite-libs).");
    }

    private static string[] Names() =>
        OperatingSystem.IsWindows() ? ["winsqlite3.dll", "sqlite3.dll"]
        : OperatingSystem.IsMacOS() ? ["libsqlite3.dylib"]
        : ["libsqlite3.so.0", "libsqlite3.so"];
}
