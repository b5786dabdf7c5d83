using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Finds boards by id, name, or a part of a name. A board that the caller may not see is not found.</summary>
internal sealed class BoardResolver(BoardStore boards) : ITargetResolver<BoardRef>
{
    private const int ShortestPart = 3;

    public async ValueTask<IReadOnlyList<BoardRef>> ResolveAsync(IReadOnlyList<BoardRef> targets, Caller caller, CancellationToken cancellationToken)
    {
        var all = await boards.AllNamesAsync(cancellationToken).ConfigureAwait(false);
        ResolvedTarget[] visible = [.. all.Select(board => BoardTargets.Of(board.Id, board.Name)).Where(board => caller.HasAccess(board, Access.Use))];
        return [.. targets.Select(target => target with { Resolved = Find(target.Given.Trim(), visible) })];
    }

    private static ResolvedTarget Find(string given, ResolvedTarget[] visible)
    {
        if (visible.Find(given) is { } named)
        {
            return named;
        }

        var alike = given.Length < ShortestPart ? [] : visible.Where(board => board.Name.Contains(given, StringComparison.OrdinalIgnoreCase)).ToArray();
        return alike.Length switch
        {
            1 => alike[0],
            0 => throw ProcedureErrors.NotFound(BoardRef.Noun, given, visible.Select(board => board.Name), new("board.list", Why: "It lists the boards there are.")),
            _ => throw ProcedureErrors.Ambiguous(BoardRef.Noun, given, alike.Select(board => board.Name)),
        };
    }
}

/// <summary>How access rules, approvals and the journal know a board.</summary>
internal static class BoardTargets
{
    /// <summary>What access is granted on.</summary>
    public const string Kind = "board";

    /// <summary>The board as a resolved target.</summary>
    public static ResolvedTarget Of(string id, string name) => new(Kind, id, name);

    /// <summary>How far a caller's access to a board goes.</summary>
    public static Access Of(Caller caller, string id) =>
        Enum.GetValues<Access>().Where(access => caller.HasAccess(Of(id, ""), access)).DefaultIfEmpty(Access.Use).Max();
}
