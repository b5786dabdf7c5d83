using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace HomeDash.Components.Groups;

/// <summary>Who may do what with one thing. Every choice is kept at once.</summary>
public sealed partial class AccessDialog
{
    private readonly FormProblems problems = new();
    private readonly Load<Page<AccessGrant>> held;
    private readonly Load<IReadOnlyList<(string Value, string Name)>> holders;
    private string chosen = "";
    private bool busy;

    /// <summary>Made by Blazor.</summary>
    public AccessDialog()
    {
        held = new(cancellationToken => Read(cancellationToken));
        holders = new(ReadHoldersAsync);
    }

    /// <summary>Who has access without being given any, and what else it takes.</summary>
    [Parameter, EditorRequired]
    public string Lead { get; set; } = "";

    /// <summary>What each level means, from the lowest to the highest.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<string> Levels { get; set; } = [];

    /// <summary>Reads who has been given what.</summary>
    [Parameter, EditorRequired]
    public Func<CancellationToken, Task<Page<AccessGrant>>> Read { get; set; } = null!;

    /// <summary>Gives a user or a group access, or takes it away.</summary>
    [Parameter, EditorRequired]
    public Func<GrantedAccess, UserRef?, GroupRef?, CancellationToken, Task<Page<AccessGrant>>> Give { get; set; } = null!;

    [Inject]
    private HomeDashCaller Caller { get; set; } = null!;

    [Inject]
    private ICallerSource Visitor { get; set; } = null!;

    [Inject]
    private DialogService Dialogs { get; set; } = null!;

    /// <summary>Opens it, and waits until it is closed.</summary>
    public static Task OpenAsync(
        DialogService dialogs, string title, string lead, IReadOnlyList<string> levels,
        Func<CancellationToken, Task<Page<AccessGrant>>> read, Func<GrantedAccess, UserRef?, GroupRef?, CancellationToken, Task<Page<AccessGrant>>> give) =>
        dialogs.OpenAsync<AccessDialog>(
            title, new() { [nameof(Lead)] = lead, [nameof(Levels)] = levels, [nameof(Read)] = read, [nameof(Give)] = give }, Questions.Look);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await RefreshAsync();
        await holders.RunAsync(Gone);
    }

    private Task RefreshAsync() => held.RunAsync(Gone);

    // Only administrators know of other people; everybody else shares with groups that they are in themselves.
    private async Task<IReadOnlyList<(string Value, string Name)>> ReadHoldersAsync(CancellationToken cancellationToken)
    {
        if (!(await Visitor.GetAsync(cancellationToken)).IsAdministrator)
        {
            var own = await Caller.User.GetAsync(cancellationToken: cancellationToken);
            return [.. own.Groups.Select(name => ($"{GrantHolderKind.Group}:{name}", $"{name} (group)"))];
        }

        var groups = (await Caller.Group.ListAsync(cancellationToken)).Items.Select(group => ($"{GrantHolderKind.Group}:{group.Id}", $"{group.Name} (group)"));
        var users = (await Caller.User.ListAsync(cancellationToken)).Items.Where(user => !user.Administrator).Select(user => ($"{GrantHolderKind.User}:{user.Id}", user.Name));
        return [.. groups, .. users];
    }

    private async Task AddAsync()
    {
        var parts = chosen.Split(':', 2);
        await SetAsync(Enum.Parse<GrantHolderKind>(parts[0]), parts[1], nameof(GrantedAccess.Use));
        chosen = "";
    }

    private async Task SetAsync(GrantHolderKind kind, string id, string access)
    {
        busy = true;
        await problems.TryAsync(() => Give(
            Enum.Parse<GrantedAccess>(access),
            kind == GrantHolderKind.User ? new UserRef(id) : null,
            kind == GrantHolderKind.Group ? new GroupRef(id) : null,
            Gone));
        await RefreshAsync();
        busy = false;
    }
}
