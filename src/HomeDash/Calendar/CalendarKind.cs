namespace HomeDash;

/// <summary>What happens on a day.</summary>
public enum CalendarKind
{
    /// <summary>An episode is aired.</summary>
    Air,

    /// <summary>A film comes to the cinemas.</summary>
    Cinema,

    /// <summary>A film can be streamed or bought as a file.</summary>
    Digital,

    /// <summary>A film comes out on disc.</summary>
    Physical,

    /// <summary>An album comes out.</summary>
    Album,

    /// <summary>A book comes out.</summary>
    Book,

    /// <summary>An appointment of a calendar feed.</summary>
    Event,
}

/// <summary>What is collected.</summary>
public enum CollectedKind
{
    /// <summary>An episode of a series.</summary>
    Episode,

    /// <summary>A film of its own.</summary>
    Movie,

    /// <summary>A music album.</summary>
    Album,

    /// <summary>A book, to read or to hear.</summary>
    Book,
}
