using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Boards;

/// <summary>A board as it is now, and arranged by those who may.</summary>
public sealed partial class BoardView
{
    private readonly Load<Board> board;
    private bool mayModify;
    private bool guest;
    private bool editing;

    /// <summary>Made by Blazor.</summary>
    public BoardView() => board = new(cancellationToken => Caller.Board.GetAsync(Name is null ? null : new(Name), cancellationToken));

    /// <summary>The board's id or name; null for the visitor's home board.</summary>
    [Parameter]
    public string? Name { get; set; }

    [Inject]
    private ICallerSource Visitor { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var visitor = await Visitor.GetAsync(Gone);
        (mayModify, guest) = (visitor.Holds(BoardPermissions.Modify), !visitor.SignedIn);
        await KeepFreshAsync("board", RefreshAsync);
    }

    /// <inheritdoc/>
    protected override Task RefreshAsync() => RefreshAsync(board);

    private BoardRef Ref => new(board.Value!.Id);

    private long Revision => board.Value!.Revision;

    private static string? LookOf(Board shown) => string.Join(';', Styles(shown));

    private static IEnumerable<string> Styles(Board shown)
    {
        if (shown.Accent is { } accent)
        {
            yield return $"--accent:{accent};--accent-hover:{accent};--accent-text:{accent}";
        }

        if (shown.Background is { } background)
        {
            yield return $"background:center / cover no-repeat url('{Uri.EscapeDataString(background).Replace("%2F", "/", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal)}')";
        }
    }

    private Task MoveAsync(Placement placement) => TryAsync(() => Caller.Board.ArrangeAsync(Ref, [placement], Revision, Gone));

    private async Task AddAsync(BoardSection section)
    {
        if (await Dialogs.OpenAsync<WidgetDialog>("Add widget", new() { [nameof(WidgetDialog.Board)] = board.Value, [nameof(WidgetDialog.Section)] = section }, Questions.Look) is BoardChange)
        {
            editing = true;
            await RefreshAsync();
        }
    }

    private async Task SetAsync(BoardItem item)
    {
        var title = $"Settings of {item.Title ?? WidgetKinds.Find(item.Kind)?.Title}";
        await Dialogs.OpenAsync<WidgetDialog>(title, new() { [nameof(WidgetDialog.Board)] = board.Value, [nameof(WidgetDialog.Item)] = item }, Questions.Look);
        await RefreshAsync();
    }

    private Task RemoveAsync(BoardItem item) => TryAsync(() => Caller.Board.RemoveItemAsync(Ref, item.Id, Revision, Gone));

    private async Task AddSectionAsync()
    {
        if (await Dialogs.OpenAsync<TitleDialog>("Add section", [], Questions.Look) is string title)
        {
            await TryAsync(() => Caller.Board.AddSectionAsync(Ref, title, Revision, Gone));
        }
    }

    private async Task RenameSectionAsync(BoardSection section)
    {
        if (await Dialogs.OpenAsync<TitleDialog>("Rename section", new() { [nameof(TitleDialog.Title)] = section.Title ?? "" }, Questions.Look) is string title)
        {
            await TryAsync(() => Caller.Board.UpdateSectionAsync(Ref, section.Id, title, null, Revision, Gone));
        }
    }

    private Task RaiseSectionAsync((BoardSection Section, int Position) to) =>
        TryAsync(() => Caller.Board.UpdateSectionAsync(Ref, to.Section.Id, null, to.Position, Revision, Gone));

    private Task RemoveSectionAsync(BoardSection section) => section.Items.Count == 0
        ? TryAsync(() => Caller.Board.RemoveSectionAsync(Ref, section.Id, Revision, Gone))
        : ChangeAsync(
            new($"Remove {section.Title ?? "this section"}?", "The widgets in it go with it.", "Remove section") { Items = [.. section.Items.Select(item => item.Title ?? item.Kind)] },
            () => Caller.Board.RemoveSectionAsync(Ref, section.Id, Revision, Gone));

    private async Task SetBoardAsync()
    {
        await Dialogs.OpenAsync<BoardDialog>($"Look of {board.Value!.Name}", new() { [nameof(BoardDialog.Board)] = board.Value }, Questions.Look);
        await RefreshAsync();
    }
}
