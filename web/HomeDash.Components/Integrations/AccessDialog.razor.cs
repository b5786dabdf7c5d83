using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace HomeDash.Components.Integrations;

/// <summary>Who may do what with an integration. Every choice is kept at once.</summary>
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
        held = new(cancellationToken => Caller.Integration.ListAccessAsync(new(Integration.Id), cancellationToken));
        holders = new(ReadHoldersAsync);
    }

    /// <summary>The integration.</summary>
    [Parameter, EditorRequired]
    public IntegrationInfo Integration { get; set; } = null!;

    [Inject]
    private HomeDashCaller Caller { get; set; } = null!;

    [Inject]
    private DialogService Dialogs { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await RefreshAsync();
        await holders.RunAsync(Gone);
    }

    private Task RefreshAsync() => held.RunAsync(Gone);

    private async Task<IReadOnlyList<(string Value, string Name)>> ReadHoldersAsync(CancellationToken cancellationToken)
    {
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
        await problems.TryAsync(() => Caller.Integration.SetAccessAsync(
            new(Integration.Id),
            Enum.Parse<GrantedAccess>(access),
            kind == GrantHolderKind.User ? new UserRef(id) : null,
            kind == GrantHolderKind.Group ? new GroupRef(id) : null,
            Gone));
        await RefreshAsync();
        busy = false;
    }

    private static string Words(Access level) => level switch
    {
        Access.Use => "May see it",
        Access.Interact => "May drive it",
        _ => "May configure it",
    };
}
