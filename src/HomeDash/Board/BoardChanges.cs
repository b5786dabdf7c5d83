using HomeDash.Generated;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Changes boards, one change at a time: counted, told to who follows, and refused when somebody else was faster.</summary>
internal sealed class BoardChanges(BoardStore boards, BoardView view)
{
    /// <summary>What changes of boards are published under.</summary>
    public const string Topic = "board";

    /// <summary>Changes a board and returns what lists show of it then.</summary>
    /// <param name="board">Which board.</param>
    /// <param name="revision">The revision that the caller has seen; null for whatever it is.</param>
    /// <param name="context">The run.</param>
    /// <param name="change">Does it.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="ProcedureException">Somebody else has changed the board since.</exception>
    public async Task<BoardInfo> RunAsync(BoardRef board, long? revision, ProcedureContext context, Func<Board, Task> change, CancellationToken cancellationToken)
    {
        await ChangeAsync(board, revision, context, change, cancellationToken).ConfigureAwait(false);
        return await view.InfoAsync(board.Resolved!.Id, context.Caller, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes what is on a board and returns what is elsewhere, new or gone because of it.</summary>
    /// <param name="board">Which board.</param>
    /// <param name="revision">The revision that the caller has seen; null for whatever it is.</param>
    /// <param name="context">The run.</param>
    /// <param name="named">The ids of the items and sections that the caller named; they are returned even when nothing has changed about them.</param>
    /// <param name="change">Does it.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="ProcedureException">Somebody else has changed the board since.</exception>
    public async Task<BoardChange> RunOnItemsAsync(
        BoardRef board, long? revision, ProcedureContext context, IReadOnlyCollection<string> named, Func<Board, Task> change, CancellationToken cancellationToken)
    {
        var (before, after) = await ChangeAsync(board, revision, context, change, cancellationToken).ConfigureAwait(false);
        var (had, has) = (Placed(before), Placed(after));
        var touched = has.Where(item => named.Contains(item.Key) || had.GetValueOrDefault(item.Key) != item.Value).Select(item => item.Value);
        var gone = had.Where(item => !has.ContainsKey(item.Key)).Select(item => item.Value);
        var section = before.Sections.Concat(after.Sections).Select(one => one.Id).FirstOrDefault(named.Contains)
            ?? after.Sections.Select(one => one.Id).Except(before.Sections.Select(one => one.Id)).FirstOrDefault();
        return new(after.Name, after.Revision, [.. touched, .. gone], section);
    }

    private async Task<(Board Before, Board After)> ChangeAsync(BoardRef board, long? revision, ProcedureContext context, Func<Board, Task> change, CancellationToken cancellationToken)
    {
        var id = board.Resolved!.Id;
        await boards.BeginChangeAsync(id, revision, cancellationToken).ConfigureAwait(false);
        var before = await view.GetAsync(id, context.Caller, cancellationToken).ConfigureAwait(false);
        await change(before).ConfigureAwait(false);
        var after = await view.GetAsync(id, context.Caller, cancellationToken).ConfigureAwait(false);
        before = before with { Revision = after.Revision - 1 };
        context.Changes.Updated(Topic, id, before, after, BoardJson.Write);
        return (before, after);
    }

    private static Dictionary<string, PlacedItem> Placed(Board board) => board.Sections
        .SelectMany(section => section.Items.Select(item => new PlacedItem(item.Id, item.Kind, section.Id, item.Wide, item.Narrow)))
        .ToDictionary(item => item.Id);
}
