using HomeDash.Components.Groups;
using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Boards;

/// <summary>The boards that one may see.</summary>
public sealed partial class BoardsPage
{
    private readonly Load<Page<BoardInfo>> boards;
    private bool mayCreate;
    private bool mayModify;

    /// <summary>Made by Blazor.</summary>
    public BoardsPage() => boards = new(cancellationToken => Caller.Board.ListAsync(cancellationToken));

    [Inject]
    private ICallerSource Visitor { get; set; } = null!;

    [Inject]
    private NavigationManager Addresses { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var visitor = await Visitor.GetAsync(Gone);
        (mayCreate, mayModify) = (visitor.Holds(BoardPermissions.Create), visitor.Holds(BoardPermissions.Modify));
        await KeepFreshAsync("board", RefreshAsync);
    }

    /// <inheritdoc/>
    protected override Task RefreshAsync() => RefreshAsync(boards);

    private async Task CreateAsync()
    {
        if (await Dialogs.OpenAsync<BoardDialog>("Add board", [], Questions.Look) is BoardInfo board)
        {
            Addresses.NavigateTo($"boards/{board.Id}");
        }
    }

    private Task HomeAsync(BoardInfo board) => TryAsync(() => Caller.Board.SetHomeAsync(new(board.Id), null, Gone));

    private async Task CopyAsync(BoardInfo board)
    {
        if (await AskNameAsync($"Copy {board.Name}", $"{board.Name} (copy)") is { } name)
        {
            await TryAsync(() => Caller.Board.DuplicateAsync(new(board.Id), name, Gone));
        }
    }

    private async Task RenameAsync(BoardInfo board)
    {
        if (await AskNameAsync($"Rename {board.Name}", board.Name) is { } name)
        {
            await TryAsync(() => Caller.Board.RenameAsync(new(board.Id), name, Gone));
        }
    }

    private Task ShowAsync(BoardInfo board) => board.IsPublic
        ? TryAsync(() => Caller.Board.SetVisibilityAsync(new(board.Id), false, Gone))
        : ChangeAsync(
            new($"Show {board.Name} to everybody?", "People who reach HomeDash see the board without signing in: its widgets and what is written on them, but nothing of the services behind them.", "Make public"),
            () => Caller.Board.SetVisibilityAsync(new(board.Id), true, Gone));

    private Task ShareAsync(BoardInfo board) => AccessDialog.OpenAsync(
        Dialogs,
        $"Who may use {board.Name}",
        $"Administrators may do everything. Everybody else sees {board.Name} only with access to it, or when it is public.",
        ["May see it", "May change it", "May share and delete it"],
        cancellationToken => Caller.Board.ListAccessAsync(new(board.Id), cancellationToken),
        (access, user, group, cancellationToken) => Caller.Board.SetAccessAsync(new(board.Id), access, user, group, cancellationToken));

    private Task DeleteAsync(BoardInfo board) => ChangeAsync(
        new($"Delete {board.Name}?", "The board is gone for good, with everything that was arranged on it. Apps and integrations stay.", "Delete board"),
        () => Caller.Board.DeleteAsync(new(board.Id), Gone));

    private async Task<string?> AskNameAsync(string title, string name) =>
        await Dialogs.OpenAsync<TitleDialog>(title, new() { [nameof(TitleDialog.Label)] = "Name", [nameof(TitleDialog.Title)] = name }, Questions.Look) as string;
}
