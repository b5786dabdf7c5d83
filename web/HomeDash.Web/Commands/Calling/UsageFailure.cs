namespace HomeDash.Web.Commands.Calling;

/// <summary>The command line asks for something that cannot be: exit code 2.</summary>
internal sealed class UsageFailure(params IReadOnlyList<string> lines) : Exception(string.Join(" ", lines))
{
    /// <summary>One line a problem.</summary>
    public IReadOnlyList<string> Lines { get; } = lines;
}
