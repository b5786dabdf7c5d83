using System.Text.Json;
using Dapper;

namespace HomeDash;

/// <summary>The tables of what is on boards: sections, items, and the integrations that items show.</summary>
internal sealed class BoardItemStore(HouseData data)
{
    /// <summary>The sections of a board from top to bottom.</summary>
    public async Task<IReadOnlyList<SectionRow>> SectionsAsync(string boardId, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return (await connection.QueryAsync<SectionRow>(new(
            "SELECT id, title, position FROM board_sections WHERE board_id = @boardId ORDER BY position, id", new { boardId }, cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList();
    }

    /// <summary>The items of a board, from top left to bottom right of each section.</summary>
    public async Task<IReadOnlyList<ItemRow>> ItemsAsync(string boardId, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var rows = await connection.QueryAsync<Row>(new(
            """
            SELECT board_items.id, section_id, kind, board_items.title, options,
              wide_x, wide_y, wide_width, wide_height, narrow_x, narrow_y, narrow_width, narrow_height
            FROM board_items JOIN board_sections ON board_sections.id = section_id
            WHERE board_id = @boardId
            ORDER BY wide_y, wide_x, board_items.id
            """,
            new { boardId }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        var shown = (await connection.QueryAsync<(string ItemId, string IntegrationId)>(new(
            """
            SELECT item_id, integration_id
            FROM board_item_integrations JOIN board_items ON board_items.id = item_id JOIN board_sections ON board_sections.id = section_id
            WHERE board_id = @boardId
            """,
            new { boardId }, cancellationToken: cancellationToken)).ConfigureAwait(false)).ToLookup(row => row.ItemId, row => row.IntegrationId);
        return [.. rows.Select(row => row.Read([.. shown[row.Id]]))];
    }

    public async Task AddSectionAsync(string boardId, SectionRow section, CancellationToken cancellationToken) => await RunAsync(
        "INSERT INTO board_sections (id, board_id, title, position) VALUES (@Id, @boardId, @Title, @Position)",
        new { section.Id, boardId, section.Title, section.Position }, cancellationToken).ConfigureAwait(false);

    public async Task UpdateSectionAsync(SectionRow section, CancellationToken cancellationToken) => await RunAsync(
        "UPDATE board_sections SET title = @Title, position = @Position WHERE id = @Id", section, cancellationToken).ConfigureAwait(false);

    /// <summary>Deletes a section with the items that are still in it.</summary>
    public async Task DeleteSectionAsync(string id, CancellationToken cancellationToken) =>
        await RunAsync("DELETE FROM board_sections WHERE id = @id", new { id }, cancellationToken).ConfigureAwait(false);

    public async Task AddItemAsync(ItemRow item, CancellationToken cancellationToken)
    {
        await RunAsync(
            """
            INSERT INTO board_items
              (id, section_id, kind, title, options, wide_x, wide_y, wide_width, wide_height, narrow_x, narrow_y, narrow_width, narrow_height)
            VALUES (@Id, @SectionId, @Kind, @Title, @Options, @WideX, @WideY, @WideWidth, @WideHeight, @NarrowX, @NarrowY, @NarrowWidth, @NarrowHeight)
            """,
            Row.Of(item), cancellationToken).ConfigureAwait(false);
        await ShowAsync(item, cancellationToken).ConfigureAwait(false);
    }

    public async Task UpdateItemAsync(ItemRow item, CancellationToken cancellationToken)
    {
        await RunAsync(
            """
            UPDATE board_items SET section_id = @SectionId, title = @Title, options = @Options,
              wide_x = @WideX, wide_y = @WideY, wide_width = @WideWidth, wide_height = @WideHeight,
              narrow_x = @NarrowX, narrow_y = @NarrowY, narrow_width = @NarrowWidth, narrow_height = @NarrowHeight
            WHERE id = @Id
            """,
            Row.Of(item), cancellationToken).ConfigureAwait(false);
        await RunAsync("DELETE FROM board_item_integrations WHERE item_id = @Id", new { item.Id }, cancellationToken).ConfigureAwait(false);
        await ShowAsync(item, cancellationToken).ConfigureAwait(false);
    }

    public async Task DeleteItemAsync(string id, CancellationToken cancellationToken) =>
        await RunAsync("DELETE FROM board_items WHERE id = @id", new { id }, cancellationToken).ConfigureAwait(false);

    private Task ShowAsync(ItemRow item, CancellationToken cancellationToken) => RunAsync(
        "INSERT INTO board_item_integrations (item_id, integration_id) VALUES (@ItemId, @IntegrationId)",
        item.Integrations.Select(integration => new { ItemId = item.Id, IntegrationId = integration }), cancellationToken);

    private async Task RunAsync(string sql, object values, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(sql, values, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    private sealed record Row(
        string Id, string SectionId, string Kind, string? Title, string Options,
        int WideX, int WideY, int WideWidth, int WideHeight, int NarrowX, int NarrowY, int NarrowWidth, int NarrowHeight)
    {
        public static Row Of(ItemRow item) => new(
            item.Id, item.SectionId, item.Kind, item.Title, item.Options.GetRawText(),
            item.Wide.X, item.Wide.Y, item.Wide.Width, item.Wide.Height, item.Narrow.X, item.Narrow.Y, item.Narrow.Width, item.Narrow.Height);

        public ItemRow Read(IReadOnlyList<string> integrations) => new(
            Id, SectionId, Kind, Title, JsonElement.Parse(Options),
            new(WideX, WideY, WideWidth, WideHeight), new(NarrowX, NarrowY, NarrowWidth, NarrowHeight), integrations);
    }
}

/// <summary>A section as it is stored.</summary>
internal sealed record SectionRow(string Id, string? Title, int Position);

/// <summary>An item as it is stored, with the ids of the integrations it shows.</summary>
internal sealed record ItemRow(string Id, string SectionId, string Kind, string? Title, JsonElement Options, Place Wide, Place Narrow, IReadOnlyList<string> Integrations);
