using AngleSharp.Dom;

namespace AngleSharp.Diffing.Core;

public enum DiffTarget
{
    None,
    Element,
    Attribute,
    Text,
    Comment,
}

public enum FilterDecision
{
    Keep,
    Exclude,
}

/// <summary>A node and where it is: <c>div(0) > p(1)</c>.</summary>
public readonly record struct ComparisonSource(INode Node, int Index, string Path);

/// <summary>An attribute and where it is.</summary>
public readonly record struct AttributeComparisonSource(IAttr Attribute, string Path);

/// <summary>Two nodes that are to be compared.</summary>
public readonly struct Comparison(in ComparisonSource control, in ComparisonSource test)
{
    public ComparisonSource Control { get; } = control;

    public ComparisonSource Test { get; } = test;
}

public interface IDiff
{
    DiffTarget Target { get; }
}

public abstract class DiffBase<T>(T control, T test, DiffTarget target) : IDiff
    where T : struct
{
    public T Control { get; } = control;

    public T Test { get; } = test;

    public DiffTarget Target { get; } = target;
}

public abstract class MissingDiffBase<T>(T control, DiffTarget target) : IDiff
    where T : struct
{
    public T Control { get; } = control;

    public DiffTarget Target { get; } = target;
}

public abstract class UnexpectedDiffBase<T>(T test, DiffTarget target) : IDiff
    where T : struct
{
    public T Test { get; } = test;

    public DiffTarget Target { get; } = target;
}

public sealed class NodeDiff(ComparisonSource control, ComparisonSource test) : DiffBase<ComparisonSource>(control, test, Targets.Of(control.Node));

public sealed class AttrDiff(AttributeComparisonSource control, AttributeComparisonSource test)
    : DiffBase<AttributeComparisonSource>(control, test, DiffTarget.Attribute);

public sealed class MissingNodeDiff(ComparisonSource control) : MissingDiffBase<ComparisonSource>(control, Targets.Of(control.Node));

public sealed class MissingAttrDiff(AttributeComparisonSource control) : MissingDiffBase<AttributeComparisonSource>(control, DiffTarget.Attribute);

public sealed class UnexpectedNodeDiff(ComparisonSource test) : UnexpectedDiffBase<ComparisonSource>(test, Targets.Of(test.Node));

public sealed class UnexpectedAttrDiff(AttributeComparisonSource test) : UnexpectedDiffBase<AttributeComparisonSource>(test, DiffTarget.Attribute);

internal static class Targets
{
    public static DiffTarget Of(INode node) => node.NodeType switch
    {
        NodeType.Element => DiffTarget.Element,
        NodeType.Text => DiffTarget.Text,
        NodeType.Comment => DiffTarget.Comment,
        _ => DiffTarget.None,
    };
}
