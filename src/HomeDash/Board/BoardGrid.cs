namespace HomeDash;

/// <summary>Where things go on a grid that is so many columns wide and as long as need be.</summary>
internal static class BoardGrid
{
    /// <summary>The first place, row by row, where something fits; what is wider than the grid is made to fit.</summary>
    /// <param name="taken">What is there already.</param>
    /// <param name="width">How many columns it takes.</param>
    /// <param name="height">How many rows it takes.</param>
    /// <param name="columns">How many columns there are.</param>
    public static Place FirstFree(IReadOnlyCollection<Place> taken, int width, int height, int columns)
    {
        width = Math.Min(width, columns);
        for (var y = 0; ; y++)
        {
            for (var x = 0; x <= columns - width; x++)
            {
                var place = new Place(x, y, width, height);
                if (!taken.Any(place.Overlaps))
                {
                    return place;
                }
            }
        }
    }

    /// <summary>Makes way: what was moved stays where it was put, and what is in its way goes down.</summary>
    /// <param name="places">Everything on the grid, by id.</param>
    /// <param name="moved">The ids of what was moved.</param>
    /// <returns>Where everything is then.</returns>
    public static Dictionary<string, Place> Settle(IReadOnlyDictionary<string, Place> places, IReadOnlySet<string> moved)
    {
        var settled = places.Where(entry => moved.Contains(entry.Key)).ToDictionary();
        foreach (var (id, place) in places.Where(entry => !moved.Contains(entry.Key)).OrderBy(entry => entry.Value.Y).ThenBy(entry => entry.Value.X))
        {
            var at = place;
            while (settled.Values.FirstOrDefault(at.Overlaps) is { } other)
            {
                at = at with { Y = other.Y + other.Height };
            }

            settled[id] = at;
        }

        return settled;
    }

    /// <summary>Fits everything into fewer columns: what does not fit is narrowed, moved to the left, and down when it is in the way.</summary>
    public static Dictionary<string, Place> Fit(IReadOnlyDictionary<string, Place> places, int columns) => Settle(
        places.ToDictionary(entry => entry.Key, entry =>
        {
            var width = Math.Min(entry.Value.Width, columns);
            return entry.Value with { Width = width, X = Math.Min(entry.Value.X, columns - width) };
        }),
        new HashSet<string>());

    /// <summary>Whether two rectangles share a cell.</summary>
    public static bool Overlaps(this Place one, Place other) =>
        one.X < other.X + other.Width && other.X < one.X + one.Width && one.Y < other.Y + other.Height && other.Y < one.Y + one.Height;
}
