using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What is on boards: sections, and the widgets in them.</summary>
[Router("board", Noun = "item")]
internal sealed class BoardItemRouter(BoardItemStore store, BoardChanges changes, BoardArrangement arrangement)
{
    /// <summary>Adds a widget to a board, at the first free place. board.arrange moves it.</summary>
    /// <param name="board">The board's name or id.</param>
    /// <param name="kind">Which widget, as board.widgets lists them.</param>
    /// <param name="context">The run.</param>
    /// <param name="section">Id of the section; left out, the first.</param>
    /// <param name="title">What stands above it, in place of its own title.</param>
    /// <param name="options">How it is set; board.widgets says what there is for each kind.</param>
    /// <param name="integrations">Integrations it shows; none means all that whoever looks may use.</param>
    /// <param name="revision">The revision seen; refused when somebody else was faster.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(BoardPermissions.Modify, Effect.Create, Title = "Add item to board")]
    public Task<BoardChange> AddItem(
        BoardRef board,
        [StringLength(64, MinimumLength = 1)] string kind,
        ProcedureContext context,
        [StringLength(64, MinimumLength = 1)] string? section = null,
        [StringLength(64, MinimumLength = 1)] string? title = null,
        [FreeForm] JsonElement? options = null,
        [Needs(Access.Use)] IReadOnlyList<IntegrationRef>? integrations = null,
        [Range(1, long.MaxValue)] long? revision = null,
        CancellationToken cancellationToken = default)
    {
        var known = BoardRules.Kind(kind);
        var set = options ?? JsonElement.Parse("{}");
        BoardRules.CheckOptions(known, set);
        return changes.RunOnItemsAsync(
            board, revision, context, [],
            before => arrangement.AddAsync(before, new(known, section ?? before.Sections[0].Id, title, set, Ids(integrations)), cancellationToken),
            cancellationToken);
    }

    /// <summary>Moves and resizes items of a board, many at once,. What is in the way of a moved item goes down.</summary>
    /// <param name="board">The board's name or id.</param>
    /// <param name="items">Where each item goes.</param>
    /// <param name="context">The run.</param>
    /// <param name="revision">The revision seen; refused when somebody else was faster.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(BoardPermissions.Modify, Effect.Change, Idempotent = true, Title = "Arrange items of board")]
    public Task<BoardChange> Arrange(
        BoardRef board,
        [MinLength(1), MaxLength(200)] IReadOnlyList<Placement> items,
        ProcedureContext context,
        [Range(1, long.MaxValue)] long? revision = null,
        CancellationToken cancellationToken = default) =>
        changes.RunOnItemsAsync(board, revision, context, [.. items.Select(item => item.Item)], before => arrangement.MoveAsync(before, items, cancellationToken), cancellationToken);

    /// <summary>Changes how a widget is set. What is left out stays; options that are given replace all options.</summary>
    /// <param name="board">The board's name or id.</param>
    /// <param name="item">The item's id, as board.get shows it.</param>
    /// <param name="context">The run.</param>
    /// <param name="title">What stands above it, in place of its own title.</param>
    /// <param name="options">How it is set; board.widgets says what there is for each kind.</param>
    /// <param name="integrations">Integrations it shows.</param>
    /// <param name="clear">Fields to empty; without integrations it shows all that whoever looks may use.</param>
    /// <param name="revision">The revision seen; refused when somebody else was faster.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(BoardPermissions.Modify, Effect.Change, Idempotent = true, Title = "Update item of board")]
    public Task<BoardChange> UpdateItem(
        BoardRef board,
        [StringLength(64, MinimumLength = 1)] string item,
        ProcedureContext context,
        [StringLength(64, MinimumLength = 1)] string? title = null,
        [FreeForm] JsonElement? options = null,
        [Needs(Access.Use)] IReadOnlyList<IntegrationRef>? integrations = null,
        IReadOnlyList<ItemField>? clear = null,
        [Range(1, long.MaxValue)] long? revision = null,
        CancellationToken cancellationToken = default)
    {
        return changes.RunOnItemsAsync(board, revision, context, [item], ChangeAsync, cancellationToken);

        async Task ChangeAsync(Board before)
        {
            var had = await arrangement.GetAsync(before, item, cancellationToken).ConfigureAwait(false);
            var emptied = clear ?? [];
            var after = had with
            {
                Title = emptied.Contains(ItemField.Title) ? null : title ?? had.Title,
                Options = emptied.Contains(ItemField.Options) ? JsonElement.Parse("{}") : options ?? had.Options,
                Integrations = emptied.Contains(ItemField.Integrations) ? [] : integrations is null ? had.Integrations : [.. Ids(integrations), .. Hidden(before, had)],
            };
            BoardRules.CheckOptions(BoardRules.Kind(after.Kind), after.Options);
            await store.UpdateItemAsync(after, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes a widget from a board.</summary>
    /// <param name="board">The board's name or id.</param>
    /// <param name="item">The item's id, as board.get shows it.</param>
    /// <param name="context">The run.</param>
    /// <param name="revision">The revision seen; refused when somebody else was faster.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(BoardPermissions.Modify, Effect.Destroy, Title = "Remove item from board")]
    public Task<BoardChange> RemoveItem(
        BoardRef board, [StringLength(64, MinimumLength = 1)] string item, ProcedureContext context, [Range(1, long.MaxValue)] long? revision = null, CancellationToken cancellationToken = default)
    {
        return changes.RunOnItemsAsync(board, revision, context, [item], ChangeAsync, cancellationToken);

        async Task ChangeAsync(Board before) =>
            await store.DeleteItemAsync((await arrangement.GetAsync(before, item, cancellationToken).ConfigureAwait(false)).Id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds a section to the end of a board.</summary>
    /// <param name="board">The board's name or id.</param>
    /// <param name="title">What stands above it.</param>
    /// <param name="context">The run.</param>
    /// <param name="revision">The revision seen; refused when somebody else was faster.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(BoardPermissions.Modify, Effect.Create, Title = "Add section to board")]
    public Task<BoardChange> AddSection(
        BoardRef board, [StringLength(64, MinimumLength = 1)] string title, ProcedureContext context, [Range(1, long.MaxValue)] long? revision = null, CancellationToken cancellationToken = default) =>
        changes.RunOnItemsAsync(
            board, revision, context, [], before => arrangement.AddSectionAsync(before, title.Trim(), cancellationToken), cancellationToken);

    /// <summary>Renames a section of a board or moves it up or down,.</summary>
    /// <param name="board">The board's name or id.</param>
    /// <param name="section">The section's id, as board.get shows it.</param>
    /// <param name="context">The run.</param>
    /// <param name="title">What stands above it.</param>
    /// <param name="position">Its place among the sections; the first is 0.</param>
    /// <param name="revision">The revision seen; refused when somebody else was faster.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(BoardPermissions.Modify, Effect.Change, Idempotent = true, Title = "Update section of board")]
    public Task<BoardChange> UpdateSection(
        BoardRef board,
        [StringLength(64, MinimumLength = 1)] string section,
        ProcedureContext context,
        [StringLength(64, MinimumLength = 1)] string? title = null,
        [Range(0, 99)] int? position = null,
        [Range(1, long.MaxValue)] long? revision = null,
        CancellationToken cancellationToken = default) =>
        changes.RunOnItemsAsync(board, revision, context, [section], before => arrangement.ChangeSectionAsync(before, section, title?.Trim(), position, cancellationToken), cancellationToken);

    /// <summary>Takes a section from a board with the items in it,. The last section stays.</summary>
    /// <param name="board">The board's name or id.</param>
    /// <param name="section">The section's id, as board.get shows it.</param>
    /// <param name="context">The run.</param>
    /// <param name="revision">The revision seen; refused when somebody else was faster.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(BoardPermissions.Modify, Effect.Destroy, Title = "Remove section from board")]
    public Task<BoardChange> RemoveSection(
        BoardRef board, [StringLength(64, MinimumLength = 1)] string section, ProcedureContext context, [Range(1, long.MaxValue)] long? revision = null, CancellationToken cancellationToken = default) =>
        changes.RunOnItemsAsync(board, revision, context, [section], before => arrangement.RemoveSectionAsync(before, section, cancellationToken), cancellationToken);

    private static string[] Ids(IReadOnlyList<IntegrationRef>? integrations) => [.. (integrations ?? []).Select(integration => integration.Resolved!.Id).Distinct()];

    // Who changes what they see must not take away what they do not.
    private static IEnumerable<string> Hidden(Board before, ItemRow had)
    {
        var seen = before.Sections.SelectMany(section => section.Items).Single(one => one.Id == had.Id).Integrations;
        return had.Integrations.Except(seen.Select(integration => integration.Id));
    }
}
