using System.ComponentModel.DataAnnotations;

namespace HomeDash.Procedures.Generator.Tests;

/// <summary>Shapes, and the types that take more than a name.</summary>
[Router("shapes", Noun = "shape")]
internal sealed class ShapesRouter(CrateYard yard)
{
    /// <summary>Draws a circle and a square around it.</summary>
    /// <param name="radius">How far the circle reaches.</param>
    /// <param name="paint">What is painted of them.</param>
    [Query(SamplePermissions.View)]
    public Drawing Draw([Range(1, 9)] int radius, Paint paint = Paint.Edge | Paint.Fill) =>
        new([new Circle(yard.Crates[0].Id, radius) { Inside = new Dot("d") }, new Square("s", 2 * radius, paint == Paint.None ? null : paint)], new Circle("f", 1));

    /// <summary>Gives a stamp back as it was read.</summary>
    /// <param name="stamp">The stamp.</param>
    /// <param name="seal">Bytes pressed into it.</param>
    [Query(SamplePermissions.View)]
    public Stamp Press(Stamp stamp, [MinLength(1), MaxLength(4)] byte[]? seal = null) =>
        yard.Crates.Count == 0 ? stamp : stamp with { Picture = seal ?? stamp.Picture };

    /// <summary>Changes what is written on a shape.</summary>
    /// <param name="shape">The shape's name.</param>
    /// <param name="label">The new label.</param>
    /// <param name="size">The new size of its letters.</param>
    /// <param name="clear">What is emptied.</param>
    [Mutation(SamplePermissions.Move, Effect.Change, Idempotent = true)]
    public Label Relabel(string shape, string? label = null, [Range(1, 9)] int? size = null, IReadOnlyList<LabelField>? clear = null) =>
        new(shape + yard.Crates.Count, clear?.Contains(LabelField.Label) is true ? null : label ?? "old", clear?.Contains(LabelField.Size) is true ? null : size ?? 5);
}
