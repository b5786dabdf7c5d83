using System.ComponentModel.DataAnnotations;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What helps people to ask for boards.</summary>
[Router("board")]
internal sealed class BoardPrompts(BoardStore boards)
{
    /// <summary>Looks through the dashboard for what is double, dead or in the wrong place, and proposes how to tidy it.</summary>
    /// <param name="board">The board to tidy; left out, all of them.</param>
    [Prompt(BoardPermissions.View, Title = "Tidy the dashboard")]
    public PromptScript Tidy(BoardRef? board = null) => new(
    [
        PromptPart.Say(board is null
            ? "Look through the boards of this dashboard and propose how to tidy them. The boards there are follow."
            : $"Look through the board {board.Resolved!.Name} and propose how to tidy it. What is on it follows."),
        .. board is null ? (PromptPart[])[PromptPart.Call("board.get", "what is on each board: sections, widgets, sizes and places.")] : [],
        PromptPart.Call("board.widgets", "what kinds of widgets there are, and which show nothing because their service is not connected."),
        PromptPart.Call("app.list", "the apps there are: which stand on no board, and which two have the same link."),
        PromptPart.Call("integration.list", "which services are connected and well: a widget of one that is gone shows nothing."),
        PromptPart.Say("List at most ten proposals, each with its reason in half a sentence, the most useful first. Then ask which of them to carry out."),
        PromptPart.Call("board.arrange", "to move widgets or give them another size."),
        PromptPart.Call("board.removeItem", "to take one away."),
        PromptPart.Say("Try each change with dryRun first where there is any doubt, and say afterwards what has changed."),
        board is null ? PromptPart.Show("homedash://boards") : PromptPart.Show("homedash://board/{board}", board.Given),
    ]);

    /// <summary>Knows the names of boards.</summary>
    /// <param name="text">What was typed of a name until now.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    [Completes(BoardPermissions.View, typeof(BoardRef))]
    public async Task<TargetNames> Names([MaxLength(100)] string text, ProcedureContext context, CancellationToken cancellationToken)
    {
        var all = await boards.AllNamesAsync(cancellationToken).ConfigureAwait(false);
        return TargetNames.Of(all.Where(board => context.Caller.HasAccess(BoardTargets.Of(board.Id, board.Name), Access.Use)).Select(board => board.Name), text);
    }
}
