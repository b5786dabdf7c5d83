using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>A board: a page of the dashboard that people arrange themselves.</summary>
/// <param name="Id">Its id, which never changes.</param>
/// <param name="Name">What people call it; no two boards have the same name.</param>
/// <param name="IsPublic">Whether it is shown to people who are not signed in. What they see on it is only what anybody may see.</param>
/// <param name="Revision">Counts its changes. Give it with a change to be told when somebody else was faster.</param>
/// <param name="WideColumns">How many columns its grids have on a wide screen.</param>
/// <param name="NarrowColumns">How many columns its grids have on a phone.</param>
/// <param name="Sections">Its sections from top to bottom; the first has no title when none was given.</param>
/// <param name="Access">What the caller may do with it: use to see it, interact to change it, full to rename, share and delete it.</param>
/// <param name="IsHome">Whether it is what the caller sees first.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
public sealed record Board(
    string Id,
    string Name,
    bool IsPublic,
    long Revision,
    int WideColumns,
    int NarrowColumns,
    IReadOnlyList<BoardSection> Sections,
    Access Access,
    bool IsHome,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The colour of its accents: # and six hexadecimal digits.</summary>
    public string? Accent { get; init; }

    /// <summary>Address of the picture behind it.</summary>
    public string? Background { get; init; }
}

/// <summary>A part of a board with a grid of its own.</summary>
/// <param name="Id">The section's id, which never changes.</param>
/// <param name="Title">What stands above it.</param>
/// <param name="Items">What is on it, from top left to bottom right on a wide screen.</param>
public sealed record BoardSection(string Id, string? Title, IReadOnlyList<BoardItem> Items);

/// <summary>A widget on a board.</summary>
/// <param name="Id">The item's id, which never changes.</param>
/// <param name="Kind">Which widget, as board.widgets lists them.</param>
/// <param name="Options">How it is set; what is not here is as board.widgets says.</param>
/// <param name="Wide">Where it is on a wide screen.</param>
/// <param name="Narrow">Where it is on a phone.</param>
/// <param name="Integrations">The integrations it shows; none means all that whoever looks may use.</param>
/// <param name="Title">What stands above it, in place of its own title.</param>
/// <param name="HiddenIntegrations">How many more it shows to those who may use them.</param>
public sealed record BoardItem(
    string Id,
    string Kind,
    [property: FreeForm] JsonElement Options,
    Place Wide,
    Place Narrow,
    IReadOnlyList<ItemIntegration> Integrations,
    string? Title = null,
    int? HiddenIntegrations = null);

/// <summary>An integration that a widget shows.</summary>
/// <param name="Id">The integration's id.</param>
/// <param name="Name">What people call it.</param>
public sealed record ItemIntegration(string Id, string Name);

/// <summary>A rectangle on the grid of a section, in cells.</summary>
/// <param name="X">Left column, from 0.</param>
/// <param name="Y">Upper row, from 0.</param>
/// <param name="Width">Columns it takes.</param>
/// <param name="Height">Rows it takes.</param>
public sealed record Place([property: Range(0, 23)] int X, [property: Range(0, 999)] int Y, [property: Range(1, 24)] int Width, [property: Range(1, 24)] int Height);

/// <summary>A board as lists show it.</summary>
/// <param name="Id">Its id, which never changes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="IsPublic">Whether it is shown to people who are not signed in.</param>
/// <param name="Items">How many widgets it has.</param>
/// <param name="Access">What the caller may do with it.</param>
/// <param name="IsHome">Whether it is what the caller sees first.</param>
/// <param name="Revision">Counts its changes.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
/// <param name="Description">What it is for.</param>
/// <param name="CreatedBy">Who created it.</param>
public sealed record BoardInfo(
    string Id, string Name, bool IsPublic, int Items, Access Access, bool IsHome, long Revision, DateTimeOffset UpdatedAt, string? Description = null, string? CreatedBy = null);

/// <summary>What was changed on a board.</summary>
/// <param name="Board">The board's name.</param>
/// <param name="Revision">The board's revision from now on.</param>
/// <param name="Items">The items that were added, moved or taken away, with where each is.</param>
/// <param name="Section">Id of the section that was added, changed or taken away.</param>
public sealed record BoardChange(string Board, long Revision, IReadOnlyList<PlacedItem> Items, string? Section = null);

/// <summary>An item and where it is.</summary>
/// <param name="Id">The item's id, which never changes.</param>
/// <param name="Kind">Which widget it is.</param>
/// <param name="Section">Id of its section.</param>
/// <param name="Wide">Where it is on a wide screen.</param>
/// <param name="Narrow">Where it is on a phone.</param>
public sealed record PlacedItem(string Id, string Kind, string Section, Place Wide, Place Narrow);

/// <summary>A field of a board that can be emptied.</summary>
public enum BoardField
{
    /// <summary>What it is for.</summary>
    Description,

    /// <summary>The colour of its accents.</summary>
    Accent,

    /// <summary>Address of the picture behind it.</summary>
    Background,
}

/// <summary>A field of an item that can be emptied.</summary>
public enum ItemField
{
    /// <summary>What stands above it.</summary>
    Title,

    /// <summary>How it is set.</summary>
    Options,

    /// <summary>The integrations it shows.</summary>
    Integrations,
}

/// <summary>Where an item of a board is to go. What is left out stays.</summary>
/// <param name="Item">The item's id.</param>
/// <param name="Section">The section's id.</param>
/// <param name="Wide">Where it goes on a wide screen.</param>
/// <param name="Narrow">Where it goes on a phone.</param>
public sealed record Placement([property: StringLength(64, MinimumLength = 1)] string Item, [property: StringLength(64, MinimumLength = 1)] string? Section = null, Place? Wide = null, Place? Narrow = null);
