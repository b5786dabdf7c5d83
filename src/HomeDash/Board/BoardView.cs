using HomeDash.Procedures;

namespace HomeDash;

/// <summary>A board as one caller may see it.</summary>
internal sealed class BoardView(BoardStore boards, BoardItemStore items, HomeBoards homes, Connections connections)
{
    /// <summary>The boards that a caller may see, in the order of their names.</summary>
    public async Task<IReadOnlyList<BoardInfo>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        var home = await homes.FindAsync(caller, cancellationToken).ConfigureAwait(false);
        var lines = await boards.AllAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. lines.Where(line => caller.HasAccess(BoardTargets.Of(line.Id, line.Name), Access.Use)).Select(line => new BoardInfo(
                line.Id, line.Name, line.IsPublic, (int)line.Items, BoardTargets.Of(caller, line.Id), line.Id == home, line.Revision, line.UpdatedAt, line.Description,
                caller.SignedIn ? line.CreatedBy : null)),
        ];
    }

    /// <summary>A board as lists show it.</summary>
    public async Task<BoardInfo> InfoAsync(string id, Caller caller, CancellationToken cancellationToken) =>
        (await ListAsync(caller, cancellationToken).ConfigureAwait(false)).Single(line => line.Id == id);

    /// <summary>A board with all that is on it. Of the integrations that its items show, only those that the caller may use are named.</summary>
    public async Task<Board> GetAsync(string id, Caller caller, CancellationToken cancellationToken)
    {
        var row = await boards.GetAsync(id, cancellationToken).ConfigureAwait(false);
        var sections = await items.SectionsAsync(id, cancellationToken).ConfigureAwait(false);
        var placed = (await items.ItemsAsync(id, cancellationToken).ConfigureAwait(false)).ToLookup(item => item.SectionId);
        var usable = connections.Integrations.Where(integration => caller.HasAccess(integration.AsTarget(), Access.Use)).ToDictionary(integration => integration.Id);
        var home = await homes.FindAsync(caller, cancellationToken).ConfigureAwait(false);
        return new(
            row.Id, row.Name, row.IsPublic, row.Revision, row.WideColumns, row.NarrowColumns,
            [.. sections.Select(section => new BoardSection(section.Id, section.Title, [.. placed[section.Id].Select(item => Of(item, usable))]))],
            BoardTargets.Of(caller, id), id == home, row.CreatedAt, row.UpdatedAt)
        {
            Description = row.Description,
            Accent = row.Accent,
            Background = row.Background,
        };
    }

    private static BoardItem Of(ItemRow item, Dictionary<string, Integration> usable)
    {
        ItemIntegration[] shown = [.. item.Integrations.Where(usable.ContainsKey).Select(id => new ItemIntegration(id, usable[id].Name)).OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase)];
        var hidden = item.Integrations.Count - shown.Length;
        return new(item.Id, item.Kind, item.Options, item.Wide, item.Narrow, shown, item.Title, hidden == 0 ? null : hidden);
    }
}
