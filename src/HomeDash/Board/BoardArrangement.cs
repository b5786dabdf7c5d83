using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Storage;

namespace HomeDash;

/// <summary>Where things are on a board: finds places, makes way, and keeps everything on the grid.</summary>
internal sealed class BoardArrangement(BoardItemStore store, Ids ids)
{
    private const int MostItems = 200;

    /// <summary>The item with this id.</summary>
    /// <exception cref="ProcedureException">The board has none.</exception>
    public async Task<ItemRow> GetAsync(Board board, string id, CancellationToken cancellationToken) =>
        (await store.ItemsAsync(board.Id, cancellationToken).ConfigureAwait(false)).FirstOrDefault(item => item.Id == id) ?? throw NoItem(board, id);

    /// <summary>Adds an item at the first place that is free.</summary>
    public async Task AddAsync(Board board, NewItem item, CancellationToken cancellationToken)
    {
        SectionOf(board, item.SectionId);
        var all = await store.ItemsAsync(board.Id, cancellationToken).ConfigureAwait(false);
        if (all.Count >= MostItems)
        {
            throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState, $"A board has at most {MostItems} items. Remove some, or begin another board."));
        }

        var there = all.Where(other => other.SectionId == item.SectionId).ToList();
        var wide = BoardGrid.FirstFree([.. there.Select(other => other.Wide)], item.Kind.Wide.Width, item.Kind.Wide.Height, board.WideColumns);
        var narrow = BoardGrid.FirstFree([.. there.Select(other => other.Narrow)], item.Kind.Narrow.Width, item.Kind.Narrow.Height, board.NarrowColumns);
        await store.AddItemAsync(
            new(ids.New(), item.SectionId, item.Kind.Kind, item.Title, item.Options, wide, narrow, item.Integrations), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Moves items, all at once.</summary>
    public async Task MoveAsync(Board board, IReadOnlyList<Placement> placements, CancellationToken cancellationToken)
    {
        var items = (await store.ItemsAsync(board.Id, cancellationToken).ConfigureAwait(false)).ToDictionary(item => item.Id);
        for (var index = 0; index < placements.Count; index++)
        {
            var placement = placements[index];
            var had = items.GetValueOrDefault(placement.Item) ?? throw NoItem(board, placement.Item);
            BoardRules.CheckFits($"items[{index}].wide", placement.Wide, board.WideColumns);
            BoardRules.CheckFits($"items[{index}].narrow", placement.Narrow, board.NarrowColumns);
            items[had.Id] = had with
            {
                SectionId = placement.Section is null ? had.SectionId : SectionOf(board, placement.Section).Id,
                Wide = placement.Wide ?? had.Wide,
                Narrow = placement.Narrow ?? had.Narrow,
            };
        }

        HashSet<string> wide = [.. placements.Where(placement => placement.Wide is not null).Select(placement => placement.Item)];
        HashSet<string> narrow = [.. placements.Where(placement => placement.Narrow is not null).Select(placement => placement.Item)];
        foreach (var id in placements.Select(placement => placement.Item).Distinct())
        {
            await store.UpdateItemAsync(items[id], cancellationToken).ConfigureAwait(false);
        }

        foreach (var section in items.Values.GroupBy(item => item.SectionId))
        {
            RefuseOverlaps([.. section.Where(item => wide.Contains(item.Id))], item => item.Wide, "wide");
            RefuseOverlaps([.. section.Where(item => narrow.Contains(item.Id))], item => item.Narrow, "narrow");
            await SettleAsync([.. section], wide, narrow, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Adds a section below the others.</summary>
    public Task AddSectionAsync(Board board, string title, CancellationToken cancellationToken) =>
        store.AddSectionAsync(board.Id, new(ids.New(), title, board.Sections.Count), cancellationToken);

    /// <summary>Renames a section or moves it among the others.</summary>
    public async Task ChangeSectionAsync(Board board, string id, string? title, int? position, CancellationToken cancellationToken)
    {
        SectionOf(board, id);
        var sections = (await store.SectionsAsync(board.Id, cancellationToken).ConfigureAwait(false)).ToList();
        var section = sections.Single(one => one.Id == id);
        if (position is { } place)
        {
            sections.Remove(section);
            sections.Insert(Math.Min(place, sections.Count), section);
        }

        for (var index = 0; index < sections.Count; index++)
        {
            var one = sections[index];
            await store.UpdateSectionAsync(one with { Position = index, Title = one.Id == id ? title ?? one.Title : one.Title }, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes a section away with what is in it.</summary>
    public Task RemoveSectionAsync(Board board, string id, CancellationToken cancellationToken)
    {
        SectionOf(board, id);
        return board.Sections.Count == 1
            ? throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState, "A board has at least one section. Remove its items instead, or delete the board."))
            : store.DeleteSectionAsync(id, cancellationToken);
    }

    private async Task SettleAsync(List<ItemRow> section, HashSet<string> movedWide, HashSet<string> movedNarrow, CancellationToken cancellationToken)
    {
        var wide = BoardGrid.Settle(section.ToDictionary(item => item.Id, item => item.Wide), movedWide);
        var narrow = BoardGrid.Settle(section.ToDictionary(item => item.Id, item => item.Narrow), movedNarrow);
        foreach (var item in section.Where(item => item.Wide != wide[item.Id] || item.Narrow != narrow[item.Id]))
        {
            await store.UpdateItemAsync(item with { Wide = wide[item.Id], Narrow = narrow[item.Id] }, cancellationToken).ConfigureAwait(false);
        }
    }

    private static void RefuseOverlaps(List<ItemRow> moved, Func<ItemRow, Place> place, string layout)
    {
        for (var one = 0; one < moved.Count; one++)
        {
            if (moved.Skip(one + 1).FirstOrDefault(other => place(other).Overlaps(place(moved[one]))) is { } other)
            {
                throw ProcedureErrors.InvalidInput("items", $"{moved[one].Id} ({moved[one].Kind}) and {other.Id} ({other.Kind}) would cover the same cells ({layout}). Give them places that do not overlap.");
            }
        }
    }

    private static BoardSection SectionOf(Board board, string id) =>
        board.Sections.FirstOrDefault(section => section.Id == id)
        ?? throw ProcedureErrors.NotFound("section", id, [], new("board.get", $$"""{"board":"{{board.Id}}"}""", "It shows the sections with their ids."));

    private static ProcedureException NoItem(Board board, string id) =>
        ProcedureErrors.NotFound("item", id, [], new("board.get", $$"""{"board":"{{board.Id}}"}""", "It shows the items with their ids."));
}

/// <summary>An item that is to be added.</summary>
internal sealed record NewItem(WidgetKind Kind, string SectionId, string? Title, JsonElement Options, IReadOnlyList<string> Integrations);
