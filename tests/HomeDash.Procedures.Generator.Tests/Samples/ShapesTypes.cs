using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomeDash.Procedures.Generator.Tests;

/// <summary>Several shapes.</summary>
/// <param name="Shapes">What is drawn.</param>
/// <param name="Frame">What is around it.</param>
public sealed record Drawing(IReadOnlyList<Shape> Shapes, Shape? Frame);

/// <summary>A shape of some kind.</summary>
/// <param name="Name">What it is called.</param>
[JsonDerivedType(typeof(Dot), "dot")]
[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Square), "square")]
public abstract record Shape(string Name);

/// <summary>A point with a name.</summary>
public record Dot(string Name) : Shape(Name);

/// <summary>A round shape.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Radius">How far it reaches.</param>
public sealed record Circle(string Name, double Radius) : Dot(Name)
{
    /// <summary>What is in its middle.</summary>
    public Dot? Inside { get; init; }
}

/// <summary>A shape with four corners.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Width">How wide it is.</param>
/// <param name="Inside">How it is painted.</param>
public sealed record Square(string Name, double Width, Paint? Inside) : Shape(Name);

/// <summary>What is painted of a shape.</summary>
[Flags]
public enum Paint : byte
{
    /// <summary>Nothing at all.</summary>
    None = 0,

    /// <summary>The line around it.</summary>
    Edge = 1,

    /// <summary>What is within.</summary>
    Fill = 2,

    /// <summary>Its shadow.</summary>
    Shadow = 128,

    /// <summary>All of it.</summary>
    All = Edge | Fill | Shadow,
}

/// <summary>What a stamp has in common with others.</summary>
/// <param name="Maker">Who made it.</param>
public record Made([EmailAddress] string Maker);

/// <summary>A stamp.</summary>
/// <param name="Maker">Who made it.</param>
/// <param name="From">The first year it is good for.</param>
/// <param name="Until">The last year it is good for.</param>
public sealed record Stamp([EmailAddress] string Maker, [Range(1900, 2100)] int From, [Range(1900, 2100)] int Until) : Made(Maker), IValidatableInput
{
    /// <summary>What it costs.</summary>
    public required decimal Price { get; init; }

    /// <summary>Where it is sold.</summary>
    [Url]
    public string? Shop { get; init; }

    /// <summary>Its picture.</summary>
    [MaxLength(6)]
    public byte[]? Picture { get; init; }

    /// <summary>How long its glue holds.</summary>
    public TimeSpan Glue { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How it is painted.</summary>
    public Paint Paint { get; init; } = Paint.All;

    /// <summary>Whatever else is known of it.</summary>
    [FreeForm]
    public JsonElement? More { get; init; }

    void IValidatableInput.Validate(ref InputProblems problems)
    {
        if (Until < From)
        {
            problems.Add("until", "Must not be before from.");
        }
    }
}

/// <summary>What is written on a shape.</summary>
/// <param name="Shape">The shape's name.</param>
/// <param name="Text">What is written.</param>
/// <param name="Size">How large.</param>
public sealed record Label(string Shape, string? Text, int? Size);

/// <summary>What can be emptied of a label.</summary>
public enum LabelField
{
    /// <summary>What is written.</summary>
    Label,

    /// <summary>How large.</summary>
    Size,
}
