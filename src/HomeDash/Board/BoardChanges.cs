using HomeDash.Generated;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Changes boards, one change at a time: counted, told to who follows, and refused when somebody else was faster.</summary>
internal sealed class BoardChanges(BoardStore boards, BoardView view)
{
    /// <summary>What changes of boards are published under.</summary>
    public const string Topic = "board";

    /// <summary>Changes a board and returns it as it is then.</summary>
    /// <param name="board">Which board.</param>
    /// <param name="revision">The revision that the caller has seen; null for whatever it is.</param>
    /// <param name="context">The run.</param>
    /// <param name="change">Does it.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="ProcedureException">Somebody else has changed the board since.</exception>
    public async Task<Board> RunAsync(BoardRef board, long? revision, ProcedureContext context, Func<Board, Task> change, CancellationToken cancellationToken)
    {
        var id = board.Resolved!.Id;
        await boards.BeginChangeAsync(id, revision, cancellationToken).ConfigureAwait(false);
        var before = await view.GetAsync(id, context.Caller, cancellationToken).ConfigureAwait(false);
        await change(before).ConfigureAwait(false);
        var after = await view.GetAsync(id, context.Caller, cancellationToken).ConfigureAwait(false);
        context.Changes.Updated(Topic, id, before with { Revision = after.Revision - 1 }, after, BoardJson.Write);
        return after;
    }
}
