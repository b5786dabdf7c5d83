using System.ComponentModel.DataAnnotations;
using HomeDash.Generated;
using HomeDash.Procedures;
using HomeDash.Storage;

namespace HomeDash;

/// <summary>Boards: the pages of the dashboard that people arrange themselves, and the widgets on them.</summary>
[Router("board")]
internal sealed class BoardRouter(
    BoardStore boards, BoardItemStore items, BoardView view, BoardChanges changes, HomeBoards homes, GrantStore grants, IEnumerable<INamespaceAvailability> namespaces, Ids ids,
    TimeProvider clock)
{
    private const int WideColumns = 12;
    private const int NarrowColumns = 4;

    /// <summary>Lists the boards that the caller may see, in the order of their names.</summary>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(BoardPermissions.View)]
    [Resource("homedash://boards", Title = "Boards", Topics = ["board"])]
    public async Task<Page<BoardInfo>> List(ProcedureContext context, CancellationToken cancellationToken)
    {
        var visible = await view.ListAsync(context.Caller, cancellationToken).ConfigureAwait(false);
        return new(visible, visible.Count);
    }

    /// <summary>Shows a board with its sections, its items, how they are set and where they are: all that it takes to build it again.</summary>
    /// <param name="context">The run.</param>
    /// <param name="board">The board's name or id; left out, the caller's home board.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(BoardPermissions.View)]
    [Resource("homedash://board/{board}", Topics = ["board"])]
    public async Task<Board> Get(ProcedureContext context, BoardRef? board = null, CancellationToken cancellationToken = default)
    {
        var id = board?.Resolved!.Id ?? await homes.FindAsync(context.Caller, cancellationToken).ConfigureAwait(false)
            ?? throw new ProcedureException(new(ProcedureErrorCode.NotFound, ErrorReason.TargetNotFound, "There is no home board. Name a board, or make one the home board with board.setHome.")
            {
                Next = new("board.list", Why: "It lists the boards there are."),
            });
        return await view.GetAsync(id, context.Caller, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists the kinds of widgets that boards can have, with what each shows, its size and its options.</summary>
    /// <param name="kind">Only this kind.</param>
    [Query(BoardPermissions.View, Title = "List kinds of widgets")]
    public Page<WidgetKind> Widgets([StringLength(64, MinimumLength = 1)] string? kind = null)
    {
        IReadOnlyList<WidgetKind> kinds = kind is null ? WidgetKinds.All : [BoardRules.Kind(kind)];
        var missing = namespaces.ToLookup(one => one.Namespace, one => one.WhyNot);
        return new([.. kinds.Select(one => one with { Missing = one.Namespace is null ? null : missing[one.Namespace].FirstOrDefault() })], kinds.Count);
    }

    /// <summary>Creates an empty board, which is the caller's own, and returns what lists show of it. Add widgets with board.addItem.</summary>
    /// <param name="name">What people will call it; no two boards have the same name.</param>
    /// <param name="context">The run.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="isPublic">Whether it is shown to people who are not signed in.</param>
    /// <param name="wideColumns">How many columns it has on a wide screen.</param>
    /// <param name="narrowColumns">How many columns it has on a phone.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(BoardPermissions.Create, Effect.Create)]
    public async Task<BoardInfo> Create(
        [StringLength(64, MinimumLength = 1)] string name,
        ProcedureContext context,
        [StringLength(512)] string? description = null,
        bool isPublic = false,
        [Range(1, 24)] int wideColumns = WideColumns,
        [Range(1, 12)] int narrowColumns = NarrowColumns,
        CancellationToken cancellationToken = default)
    {
        BoardRules.Check(name);
        var now = clock.GetStorableNow();
        var row = new BoardRow(ids.New(), name.Trim(), description, isPublic, null, null, wideColumns, narrowColumns, 1, now, now);
        return await CreateAsync(row, () => items.AddSectionAsync(row.Id, new(ids.New(), null, 0), cancellationToken), context, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Copies a board with all that is on it; the copy is the caller's own and not public.</summary>
    /// <param name="board">The board's name or id.</param>
    /// <param name="name">What the copy will be called.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(BoardPermissions.Create, Effect.Create)]
    public async Task<BoardInfo> Duplicate([Needs(Access.Use)] BoardRef board, [StringLength(64, MinimumLength = 1)] string name, ProcedureContext context, CancellationToken cancellationToken)
    {
        BoardRules.Check(name);
        var from = board.Resolved!.Id;
        var now = clock.GetStorableNow();
        var row = await boards.GetAsync(from, cancellationToken).ConfigureAwait(false) with
        {
            Id = ids.New(),
            Name = name.Trim(),
            IsPublic = false,
            Revision = 1,
            CreatedAt = now,
            UpdatedAt = now,
        };
        return await CreateAsync(row, CopyAsync, context, cancellationToken).ConfigureAwait(false);

        async Task CopyAsync()
        {
            Dictionary<string, string> sections = [];
            foreach (var section in await items.SectionsAsync(from, cancellationToken).ConfigureAwait(false))
            {
                sections[section.Id] = ids.New();
                await items.AddSectionAsync(row.Id, section with { Id = sections[section.Id] }, cancellationToken).ConfigureAwait(false);
            }

            foreach (var item in await items.ItemsAsync(from, cancellationToken).ConfigureAwait(false))
            {
                await items.AddItemAsync(item with { Id = ids.New(), SectionId = sections[item.SectionId] }, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Changes how a board looks. What is left out stays; with fewer columns its items move to fit.</summary>
    /// <param name="board">The board's name or id.</param>
    /// <param name="context">The run.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="accent">The colour of its accents: # and six hexadecimal digits.</param>
    /// <param name="background">Address of the picture behind it: http, https, or a path on this dashboard.</param>
    /// <param name="wideColumns">How many columns it has on a wide screen.</param>
    /// <param name="narrowColumns">How many columns it has on a phone.</param>
    /// <param name="clear">Fields to empty.</param>
    /// <param name="revision">The revision seen; refused when somebody else was faster.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(BoardPermissions.Modify, Effect.Change, Idempotent = true)]
    public Task<BoardInfo> Update(
        BoardRef board,
        ProcedureContext context,
        [StringLength(512)] string? description = null,
        [StringLength(7, MinimumLength = 7)] string? accent = null,
        [StringLength(2048)] string? background = null,
        [Range(1, 24)] int? wideColumns = null,
        [Range(1, 12)] int? narrowColumns = null,
        IReadOnlyList<BoardField>? clear = null,
        [Range(1, long.MaxValue)] long? revision = null,
        CancellationToken cancellationToken = default)
    {
        BoardRules.Check(board.Resolved!.Name, accent, background);
        return changes.RunAsync(board, revision, context, ChangeAsync, cancellationToken);

        async Task ChangeAsync(Board before)
        {
            var row = await boards.GetAsync(before.Id, cancellationToken).ConfigureAwait(false);
            await boards.UpdateAsync(
                row with
                {
                    Description = Keep(BoardField.Description, description, row.Description),
                    Accent = Keep(BoardField.Accent, accent, row.Accent),
                    Background = Keep(BoardField.Background, background, row.Background),
                    WideColumns = wideColumns ?? row.WideColumns,
                    NarrowColumns = narrowColumns ?? row.NarrowColumns,
                },
                cancellationToken).ConfigureAwait(false);
            foreach (var section in (await items.ItemsAsync(before.Id, cancellationToken).ConfigureAwait(false)).GroupBy(item => item.SectionId))
            {
                var wide = BoardGrid.Fit(section.ToDictionary(item => item.Id, item => item.Wide), wideColumns ?? row.WideColumns);
                var narrow = BoardGrid.Fit(section.ToDictionary(item => item.Id, item => item.Narrow), narrowColumns ?? row.NarrowColumns);
                foreach (var item in section.Where(item => item.Wide != wide[item.Id] || item.Narrow != narrow[item.Id]))
                {
                    await items.UpdateItemAsync(item with { Wide = wide[item.Id], Narrow = narrow[item.Id] }, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        string? Keep(BoardField field, string? given, string? had) => clear?.Contains(field) is true ? null : given ?? had;
    }

    /// <summary>Renames a board.</summary>
    /// <param name="board">The board's name or id.</param>
    /// <param name="name">What people will call it; no two boards have the same name.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(BoardPermissions.Modify, Effect.Change, Idempotent = true)]
    public Task<BoardInfo> Rename([Needs(Access.Full)] BoardRef board, [StringLength(64, MinimumLength = 1)] string name, ProcedureContext context, CancellationToken cancellationToken)
    {
        BoardRules.Check(name);
        return changes.RunAsync(board, null, context, before => SetAsync(before, row => row with { Name = name.Trim() }, cancellationToken), cancellationToken);
    }

    /// <summary>Shows a board to people who are not signed in, or no longer. They see nothing of integrations that they may not use.</summary>
    /// <param name="board">The board's name or id.</param>
    /// <param name="isPublic">Whether everybody sees it.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(BoardPermissions.Modify, Effect.Change, Idempotent = true, Title = "Set visibility of board")]
    public Task<BoardInfo> SetVisibility([Needs(Access.Full)] BoardRef board, bool isPublic, ProcedureContext context, CancellationToken cancellationToken) =>
        changes.RunAsync(board, null, context, before => SetAsync(before, row => row with { IsPublic = isPublic }, cancellationToken), cancellationToken);

    /// <summary>Makes a board what the caller, or another user, sees first.</summary>
    /// <param name="board">The board's name or id.</param>
    /// <param name="context">The run.</param>
    /// <param name="user">Whose home it becomes, by name; left out, the caller's own.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(BoardPermissions.View, Effect.Change, Idempotent = true, Title = "Set home board")]
    public async Task<BoardInfo> SetHome([Needs(Access.Use)] BoardRef board, ProcedureContext context, [Needs(Access.Full)] UserRef? user = null, CancellationToken cancellationToken = default)
    {
        var whose = user?.Resolved!.Id ?? context.Caller.UserId;
        if (whose.Length == 0)
        {
            throw ProcedureErrors.NotAllowed("A home board belongs to a user, and nobody is signed in. Name the user; for everybody, set it with settings.update.");
        }

        await homes.SetAsync(whose, board.Resolved!.Id, cancellationToken).ConfigureAwait(false);
        var info = await view.InfoAsync(board.Resolved.Id, context.Caller, cancellationToken).ConfigureAwait(false) with { IsHome = true };
        context.Changes.Updated(BoardChanges.Topic, info.Id, info with { IsHome = false }, info, BoardInfoJson.Write);
        return info;
    }

    /// <summary>Deletes a board with all that is on it and returns what it was.</summary>
    /// <param name="board">The board's name or id.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(BoardPermissions.Modify, Effect.Destroy)]
    public async Task<BoardInfo> Delete([Needs(Access.Full)] BoardRef board, ProcedureContext context, CancellationToken cancellationToken)
    {
        var before = await view.GetAsync(board.Resolved!.Id, context.Caller, cancellationToken).ConfigureAwait(false);
        var info = await view.InfoAsync(before.Id, context.Caller, cancellationToken).ConfigureAwait(false);
        await boards.DeleteAsync(before.Id, cancellationToken).ConfigureAwait(false);
        await grants.ForgetTargetAsync(BoardTargets.Kind, before.Id, cancellationToken).ConfigureAwait(false);
        context.Changes.Deleted(BoardChanges.Topic, before.Id, before, BoardJson.Write);
        return info;
    }

    /// <summary>Lists who may do what with a board, by a grant on it or on all boards. Administrators may do everything and are not listed.</summary>
    /// <param name="board">The board's name or id.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(BoardPermissions.Modify, Title = "List access to board")]
    public async Task<Page<AccessGrant>> ListAccess([Needs(Access.Full)] BoardRef board, CancellationToken cancellationToken)
    {
        var held = await grants.OfTargetAsync(BoardTargets.Kind, board.Resolved!.Id, cancellationToken).ConfigureAwait(false);
        return new(held, held.Count);
    }

    /// <summary>Lets a user or a group see, change or own a board, or no longer. What was granted before on this board is replaced.</summary>
    /// <param name="board">The board's name or id.</param>
    /// <param name="access">How far it goes: use to see it, interact to change it, full to rename, share and delete it; none takes it away.</param>
    /// <param name="context">The run.</param>
    /// <param name="user">The user who gets it, by name. Give either a user or a group.</param>
    /// <param name="group">The group whose members get it, by name.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(BoardPermissions.Modify, Effect.Change, Idempotent = true, Title = "Set access to board")]
    public async Task<Page<AccessGrant>> SetAccess(
        [Needs(Access.Full)] BoardRef board,
        GrantedAccess access,
        ProcedureContext context,
        [Needs(Access.Use)] UserRef? user = null,
        [Needs(Access.Use)] GroupRef? group = null,
        CancellationToken cancellationToken = default)
    {
        var id = board.Resolved!.Id;
        await grants.SetAsync(GrantHolder.OneOf(user, group), BoardTargets.Kind, id, access.AsAccess(), cancellationToken).ConfigureAwait(false);
        var shared = await view.GetAsync(id, context.Caller, cancellationToken).ConfigureAwait(false);
        context.Changes.Updated(BoardChanges.Topic, id, shared, shared, BoardJson.Write);
        return await ListAccess(board, cancellationToken).ConfigureAwait(false);
    }

    private async Task<BoardInfo> CreateAsync(BoardRow row, Func<Task> fill, ProcedureContext context, CancellationToken cancellationToken)
    {
        var owner = context.Caller.UserId.Length == 0 ? null : context.Caller.UserId;
        await boards.AddAsync(row, owner, cancellationToken).ConfigureAwait(false);
        await fill().ConfigureAwait(false);
        if (owner is not null)
        {
            await grants.SetAsync(new(GrantHolderKind.User, owner), BoardTargets.Kind, row.Id, Access.Full, cancellationToken).ConfigureAwait(false);
        }

        var board = await view.GetAsync(row.Id, context.Caller, cancellationToken).ConfigureAwait(false) with { Access = Access.Full };
        context.Changes.Created(BoardChanges.Topic, board.Id, board, BoardJson.Write);
        return new(
            board.Id, board.Name, board.IsPublic, board.Sections.Sum(section => section.Items.Count), board.Access, board.IsHome, board.Revision, board.UpdatedAt, board.Description,
            owner is null ? null : context.Caller.Name);
    }

    private async Task SetAsync(Board before, Func<BoardRow, BoardRow> change, CancellationToken cancellationToken) =>
        await boards.UpdateAsync(change(await boards.GetAsync(before.Id, cancellationToken).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
}
