namespace HomeDash;

/// <summary>A kind of widget that boards can have.</summary>
/// <param name="Kind">Its name, as board.addItem takes it.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Description">What it shows and does.</param>
/// <param name="Wide">How many columns and rows it takes on a wide screen when nothing else is said.</param>
/// <param name="Narrow">How many columns and rows it takes on a phone when nothing else is said.</param>
/// <param name="Options">How it can be set.</param>
/// <param name="Namespace">The namespace whose integrations it shows.</param>
/// <param name="Missing">Why it has nothing to show yet, and what to do about it.</param>
public sealed record WidgetKind(
    string Kind, string Title, string Description, WidgetSize Wide, WidgetSize Narrow, IReadOnlyList<WidgetOption> Options, string? Namespace = null, string? Missing = null);

/// <summary>How much room a widget takes, in cells.</summary>
/// <param name="Width">How many columns.</param>
/// <param name="Height">How many rows.</param>
public sealed record WidgetSize(int Width, int Height);

/// <summary>Something that can be set on a widget.</summary>
/// <param name="Name">Its name in the options.</param>
/// <param name="Type">What it takes.</param>
/// <param name="Description">What it does.</param>
/// <param name="Required">Whether the widget needs it.</param>
/// <param name="Default">What holds when it is left out.</param>
/// <param name="Choices">What there is to choose from.</param>
/// <param name="Least">The smallest number.</param>
/// <param name="Most">The largest number.</param>
public sealed record WidgetOption(
    string Name, WidgetOptionType Type, string Description, bool Required = false, string? Default = null, IReadOnlyList<string>? Choices = null, int? Least = null, int? Most = null);

/// <summary>What an option of a widget takes.</summary>
public enum WidgetOptionType
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>Several lines of text.</summary>
    LongText,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>One of the choices.</summary>
    Choice,

    /// <summary>A list of texts.</summary>
    Texts,
}
