using AngleSharp.Dom;

namespace AngleSharp.Diffing.Extensions;

public static class ElementExtensions
{
    /// <summary>The node's parents, nearest first.</summary>
    public static IEnumerable<INode> GetParents(this INode node)
    {
        for (var parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            yield return parent;
        }
    }
}
