namespace HomeDash.Demo;

/// <summary>Something that can be requested in the demo house.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Year">When it came out.</param>
/// <param name="Overview">What it is about.</param>
internal sealed record DemoTitle(int Id, string Title, int Year, string Overview)
{
    /// <summary>How many episodes each season has; none for a film.</summary>
    public IReadOnlyList<int> Seasons { get; init; } = [];

    /// <summary>What is there already: the numbers of seasons, or 0 for a film.</summary>
    public IReadOnlyList<int> There { get; init; } = [];

    /// <summary>Whether it is a film or a series.</summary>
    public RequestedType Type => Seasons.Count > 0 ? RequestedType.Series : RequestedType.Movie;

    /// <summary>What there is to request: the numbers of seasons, or 0 for a film.</summary>
    public IEnumerable<int> Parts => Seasons.Count > 0 ? Enumerable.Range(1, Seasons.Count) : [0];

    /// <summary>All that can be requested.</summary>
    public static IReadOnlyList<DemoTitle> All { get; } =
    [
        new(10378, "Big Buck Bunny", 2008, "Three rodents tease a giant, gentle rabbit until he has had enough.") { There = [0] },
        new(45745, "Sintel", 2010, "A young woman looks all over the world for the dragon that she once raised.") { There = [0] },
        new(133701, "Tears of Steel", 2012, "Under the bridges of Amsterdam a few people try to undo an old quarrel, as the robots come.") { There = [0] },
        new(358332, "Cosmos Laundromat", 2015, "On a lonely island a sheep that has lost all hope is offered another life by a salesman."),
        new(593048, "Spring", 2019, "A girl and her dog wake the season that old spirits hold back."),
        new(717471, "Sprite Fright", 2021, "A trip into the woods wakes what had better been left asleep."),
        new(33907, "Pioneer One", 2010, "Something falls from the sky, and in it sits a man who may come from Mars.") { Seasons = [6], There = [1] },
        new(71446, "Caminandes", 2013, "A llama wants to get to the other side, whatever stands in between.") { Seasons = [1, 1, 1], There = [1] },
    ];
}
