using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>C# code in which <c>{|HD0001:Name|}</c> marks where a diagnostic is expected.</summary>
internal sealed partial class MarkedCode
{
    private MarkedCode(string text, IReadOnlyList<(string Id, TextSpan Span)> marks)
    {
        Text = text;
        Marks = marks;
    }

    /// <summary>The code without its marks.</summary>
    public string Text { get; }

    /// <summary>What is expected where, in the order of the code.</summary>
    public IReadOnlyList<(string Id, TextSpan Span)> Marks { get; }

    public static MarkedCode Parse(string marked)
    {
        var marks = new List<(string, TextSpan)>();
        var removed = 0;
        var text = Mark().Replace(marked, mark =>
        {
            var content = mark.Groups["content"].Value;
            marks.Add((mark.Groups["id"].Value, new(mark.Index - removed, content.Length)));
            removed += mark.Length - content.Length;
            return content;
        });
        return new(text, marks);
    }

    [GeneratedRegex(@"\{\|(?<id>HD\d{4}):(?<content>.*?)\|\}", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
