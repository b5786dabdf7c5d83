using AngleSharp.Diffing.Core;
using AngleSharp.Dom;

namespace AngleSharp.Diffing;

/// <summary>Compares markup node by node. White space around text, comments and the order of attributes and classes do not count.</summary>
public sealed class HtmlDiffer(IDiffingStrategy strategy)
{
    public IEnumerable<IDiff> Compare(INode controlNode, INode testNode) => Compare([controlNode], [testNode]);

    public IEnumerable<IDiff> Compare(IEnumerable<INode> controlNodes, IEnumerable<INode> testNodes) => Compare(controlNodes, testNodes, "");

    private IEnumerable<IDiff> Compare(IEnumerable<INode> controlNodes, IEnumerable<INode> testNodes, string path)
    {
        var controls = Counting(controlNodes, path);
        var tests = Counting(testNodes, path);
        for (var index = 0; index < Math.Max(controls.Count, tests.Count); index++)
        {
            if (index >= tests.Count)
            {
                yield return new MissingNodeDiff(controls[index]);
            }
            else if (index >= controls.Count)
            {
                yield return new UnexpectedNodeDiff(tests[index]);
            }
            else
            {
                foreach (var diff in Compare(controls[index], tests[index]))
                {
                    yield return diff;
                }
            }
        }
    }

    private IEnumerable<IDiff> Compare(ComparisonSource control, ComparisonSource test)
    {
        if (control.Node.NodeName != test.Node.NodeName || (control.Node is IText && Text(control.Node) != Text(test.Node)))
        {
            yield return new NodeDiff(control, test);
            yield break;
        }

        if (control.Node is IElement controlElement && test.Node is IElement testElement)
        {
            foreach (var diff in Attributes(controlElement, testElement, control.Path))
            {
                yield return diff;
            }
        }

        foreach (var diff in Compare(control.Node.ChildNodes, test.Node.ChildNodes, control.Path))
        {
            yield return diff;
        }
    }

    private IEnumerable<IDiff> Attributes(IElement control, IElement test, string path)
    {
        var expected = Counting(control, path);
        var actual = Counting(test, path);
        foreach (var (name, attribute) in expected)
        {
            if (!actual.TryGetValue(name, out var other))
            {
                yield return new MissingAttrDiff(attribute);
            }
            else if (Value(attribute.Attribute) != Value(other.Attribute))
            {
                yield return new AttrDiff(attribute, other);
            }
        }

        foreach (var (_, attribute) in actual.Where(entry => !expected.ContainsKey(entry.Key)))
        {
            yield return new UnexpectedAttrDiff(attribute);
        }
    }

    private Dictionary<string, AttributeComparisonSource> Counting(IElement element, string path) =>
        element.Attributes
            .Select(attribute => new AttributeComparisonSource(attribute, $"{path}[{attribute.Name}]"))
            .Where(source => strategy.Counts(source))
            .ToDictionary(source => source.Attribute.Name, StringComparer.Ordinal);

    private static List<ComparisonSource> Counting(IEnumerable<INode> nodes, string path) =>
        [.. nodes
            .Where(node => node is not IComment && (node is not IText || Text(node).Length > 0))
            .Select((node, index) => new ComparisonSource(node, index, $"{path}{(path.Length == 0 ? "" : " > ")}{node.NodeName.ToLowerInvariant()}({index})"))];

    private static string Text(INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Value(IAttr attribute) =>
        attribute.Name == "class" ? string.Join(' ', attribute.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)) : attribute.Value;
}
