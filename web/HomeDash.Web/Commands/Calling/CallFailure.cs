namespace HomeDash.Web.Commands.Calling;

/// <summary>A call did not work, or not for every target: exit code 1.</summary>
internal sealed class CallFailure(IReadOnlyList<string> lines) : Exception(string.Join(" ", lines))
{
    /// <summary>One line a problem.</summary>
    public IReadOnlyList<string> Lines { get; } = lines;
}
