namespace HomeDash.Storage;

/// <summary>Something about the stored data that a person has to put right. The message is one line that says what to do.</summary>
public abstract class StorageException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>The database cannot be used: no library, no server, no permission, or somebody else is writing for too long.</summary>
public sealed class StorageUnavailableException(string message, Exception? cause = null) : StorageException(message, cause);

/// <summary>The database was written by a newer HomeDash.</summary>
public sealed class SchemaTooNewException(string room, int found, int known)
    : StorageException(
        $"The database is newer than this program: '{room}' is at migration {found}, and this program knows {known}. Start the newer HomeDash or restore a backup.")
{
    /// <summary>The room whose tables are newer.</summary>
    public string Room { get; } = room;

    /// <summary>The number of the newest migration in the database.</summary>
    public int Found { get; } = found;

    /// <summary>The number of the newest migration that this program has.</summary>
    public int Known { get; } = known;
}

/// <summary>A migration is numbered wrongly, or the database refused it.</summary>
public sealed class MigrationException(string message, Exception? cause = null) : StorageException(message, cause);

/// <summary>A sealed secret cannot be opened: another key sealed it, or it is damaged.</summary>
public sealed class SecretUnreadableException(string message, Exception? cause = null) : StorageException(message, cause);
