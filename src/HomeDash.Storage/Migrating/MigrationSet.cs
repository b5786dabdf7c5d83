using System.Reflection;
using System.Text.RegularExpressions;

namespace HomeDash.Storage;

/// <summary>The migrations of one room, in order.</summary>
public sealed partial class MigrationSet
{
    /// <summary>Takes migrations in any order.</summary>
    /// <param name="room">Whose tables they are, for example <c>auth</c>; kept in the database, so it never changes.</param>
    /// <param name="migrations">Numbered 1, 2, 3 …</param>
    /// <exception cref="MigrationException">A number is missing or there twice.</exception>
    public MigrationSet(string room, IEnumerable<Migration> migrations)
    {
        Room = room;
        Migrations = [.. migrations.OrderBy(migration => migration.Number)];
        for (var i = 0; i < Migrations.Count; i++)
        {
            var number = Migrations[i].Number;
            if (number != i + 1)
            {
                throw new MigrationException(
                    number <= i
                        ? $"The migrations of '{room}' hold number {number} twice. Give the newer one the next number."
                        : $"The migrations of '{room}' go from {i} to {number}. Number them without gaps, from 1.");
            }
        }
    }

    /// <summary>Whose tables they are.</summary>
    public string Room { get; }

    /// <summary>The migrations, by number.</summary>
    public IReadOnlyList<Migration> Migrations { get; }

    /// <summary>Reads the embedded files <c>Migrations/NNNN_name.sql</c> of an assembly.</summary>
    /// <param name="room">Whose tables they are.</param>
    /// <param name="assembly">Its project embeds them: <c>&lt;EmbeddedResource Include="Migrations/*.sql" /&gt;</c>.</param>
    /// <exception cref="MigrationException">There is none, a file is named otherwise, or a number is missing or there twice.</exception>
    public static MigrationSet FromAssembly(string room, Assembly assembly)
    {
        var migrations = assembly.GetManifestResourceNames()
            .Where(name => name.Contains(".Migrations.", StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => Read(assembly, name))
            .ToList();
        return migrations.Count > 0
            ? new(room, migrations)
            : throw new MigrationException($"{assembly.GetName().Name} embeds no Migrations/*.sql.");
    }

    private static Migration Read(Assembly assembly, string resource)
    {
        var match = FileName().Match(resource);
        if (!match.Success)
        {
            throw new MigrationException($"{resource} is not named like a migration: 0001_what_it_does.sql, in lower case.");
        }

        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new(int.Parse(match.Groups["number"].ValueSpan), match.Groups["name"].Value, reader.ReadToEnd());
    }

    [GeneratedRegex(@"\.Migrations\.(?<number>[0-9]{4})_(?<name>[a-z0-9_]+)\.sql$")]
    private static partial Regex FileName();
}
