using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The icons that come with HomeDash. Read when somebody first asks.</summary>
internal sealed class IconLibrary
{
    private const int ShortestWord = 3;
    private const int MostLettersMore = 2;

    /// <summary>Brands first: who looks for Grafana wants its logo, not a picture of a chart.</summary>
    private readonly Lazy<IReadOnlyList<IconSet>> sets = new(() => [IconSet.Load("simple-icons"), IconSet.Load("mdi")]);

    /// <summary>The set of this name; null when there is none.</summary>
    public IconSet? Find(string set) => sets.Value.FirstOrDefault(one => one.Name == set);

    /// <summary>The icons that a text means, the best first; when it means none exactly, those it may have meant.</summary>
    /// <param name="text">What to look for.</param>
    /// <param name="limit">How many to return at most.</param>
    public IReadOnlyList<PackedIcon> Search(string text, int limit)
    {
        var wanted = PackedIcon.Fold(text);
        if (wanted.Length == 0)
        {
            return [];
        }

        var words = Words(text);
        var all = sets.Value.SelectMany((set, order) => set.Icons.Select(icon => (icon, order)));
        var found = all.Select(one => (one.icon, one.order, rank: Rank(one.icon, wanted, words))).Where(one => one.rank is not null)
            .OrderBy(one => one.rank).ThenBy(one => one.order).ThenBy(one => one.icon.Name.Length).ThenBy(one => one.icon.Name, StringComparer.Ordinal)
            .Select(one => one.icon).Take(limit).ToList();
        if (found.Count > 0)
        {
            return found;
        }

        // A short name within a long text is no slip of the fingers.
        var near = NearestNames.Of(wanted, all.Select(one => one.icon.Keys[0]).Where(key => key.Length >= wanted.Length - MostLettersMore));
        return [.. all.Where(one => near.Contains(one.icon.Keys[0])).OrderBy(one => IndexOf(near, one.icon.Keys[0])).Select(one => one.icon).Take(limit)];
    }

    private static int IndexOf(IReadOnlyList<string> names, string name) => names.TakeWhile(one => one != name).Count();

    private static string[] Words(string text) => [.. text.Split([' ', '-', '_', '.', '/'], StringSplitOptions.RemoveEmptyEntries).Select(PackedIcon.Fold).Where(word => word.Length > 0)];

    /// <summary>How well an icon fits, 0 best; null when it does not.</summary>
    private static int? Rank(PackedIcon icon, string wanted, string[] words)
    {
        if (icon.Keys.Contains(wanted))
        {
            return icon.Keys[0] == wanted ? 0 : 1;
        }

        // "My Grafana" means Grafana, and "play button" the button to play.
        return icon.Keys.Any(key => key.StartsWith(wanted, StringComparison.Ordinal)) ? 2
            : icon.Keys.Any(key => key.Length >= ShortestWord && words.Contains(key)) ? 3
            : icon.Keys.Any(key => key.Contains(wanted, StringComparison.Ordinal)) ? 4
            : words.Length > 1 && icon.Keys.Any(key => words.All(word => key.Contains(word, StringComparison.Ordinal))) ? 5
            : null;
    }
}
