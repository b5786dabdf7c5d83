namespace HomeDash.Procedures;

/// <summary>Finds the names that somebody who mistyped probably meant.</summary>
public static class NearestNames
{
    /// <summary>At most three names near to what was given, nearest first; empty when nothing is near.</summary>
    /// <param name="given">What was written; at most its first 64 characters count.</param>
    /// <param name="candidates">The names there are.</param>
    public static IReadOnlyList<string> Of(string given, IEnumerable<string> candidates)
    {
        var wanted = Fold(given);
        return wanted.Length == 0
            ? []
            : [.. candidates.Distinct(StringComparer.Ordinal)
                .Select(name => (name, distance: Distance(wanted, Fold(name))))
                .Where(pair => pair.distance <= Math.Max(1, wanted.Length / 3))
                .OrderBy(pair => pair.distance).ThenBy(pair => pair.name, StringComparer.Ordinal)
                .Take(3).Select(pair => pair.name)];
    }

    private static string Fold(string name) => (name.Length > 64 ? name[..64] : name).Trim().ToLowerInvariant();

    /// <summary>Edit distance with transpositions; a name that contains the other counts as nearly equal.</summary>
    private static int Distance(string wanted, string name)
    {
        if (name.Length > 0 && wanted.Length >= 3 && (name.Contains(wanted, StringComparison.Ordinal) || (name.Length >= 3 && wanted.Contains(name, StringComparison.Ordinal))))
        {
            return wanted == name ? 0 : 1;
        }

        Span<int> before = stackalloc int[name.Length + 1];
        Span<int> last = stackalloc int[name.Length + 1];
        Span<int> row = stackalloc int[name.Length + 1];
        for (var column = 0; column <= name.Length; column++)
        {
            last[column] = column;
        }

        for (var line = 1; line <= wanted.Length; line++)
        {
            row[0] = line;
            for (var column = 1; column <= name.Length; column++)
            {
                var cost = wanted[line - 1] == name[column - 1] ? 0 : 1;
                row[column] = Math.Min(Math.Min(row[column - 1] + 1, last[column] + 1), last[column - 1] + cost);
                if (line > 1 && column > 1 && wanted[line - 1] == name[column - 2] && wanted[line - 2] == name[column - 1])
                {
                    row[column] = Math.Min(row[column], before[column - 2] + 1);
                }
            }

            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[name.Length];
    }
}
