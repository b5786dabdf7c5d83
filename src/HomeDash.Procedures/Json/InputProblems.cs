namespace HomeDash.Procedures;

/// <summary>Collects what is wrong with an input. Costs nothing while nothing is wrong; passed by reference.</summary>
public struct InputProblems
{
    /// <summary>More are not collected: a body of a million mistakes needs no million sentences.</summary>
    private const int Most = 50;

    private List<InputProblem>? list;

    /// <summary>How many there are.</summary>
    public readonly int Count => list?.Count ?? 0;

    /// <summary>The problems in the order in which they were found.</summary>
    public readonly IReadOnlyList<InputProblem> All => list ?? [];

    /// <summary>Adds one.</summary>
    /// <param name="path">Where, relative to the value being read; empty for the value itself.</param>
    /// <param name="message">What is wrong and what would be right.</param>
    public void Add(string path, string message)
    {
        list ??= [];
        if (list.Count < Most)
        {
            list.Add(new(path, message));
        }
    }

    /// <summary>Puts a property's name before the paths of all problems found since there were <paramref name="before"/>.</summary>
    public readonly void Within(int before, string name) => Prefix(before, name, ".");

    /// <summary>Puts an index before the paths of all problems found since there were <paramref name="before"/>.</summary>
    public readonly void Within(int before, int index)
    {
        if (Count > before)
        {
            Prefix(before, $"[{index}]", ".");
        }
    }

    private readonly void Prefix(int before, string prefix, string separator)
    {
        for (var i = before; i < Count; i++)
        {
            var path = list![i].Path;
            list[i] = list[i] with { Path = path.Length == 0 ? prefix : path[0] == '[' ? prefix + path : prefix + separator + path };
        }
    }
}
