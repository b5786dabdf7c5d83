using HomeDash.Components.Groups;
using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Integrations;

/// <summary>The connected services: how each is, and adding, testing, changing and removing them.</summary>
public sealed partial class IntegrationsPage
{
    private readonly Load<Page<IntegrationInfo>> integrations;
    private readonly HashSet<string> checking = [];
    private bool mayManage;

    /// <summary>Made by Blazor.</summary>
    public IntegrationsPage() => integrations = new(cancellationToken => Caller.Integration.ListAsync(cancellationToken: cancellationToken));

    [Inject]
    private ICallerSource Visitor { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        mayManage = (await Visitor.GetAsync(Gone)).Holds(IntegrationPermissions.Manage);
        if (Alive)
        {
            Follow("integration", RefreshAsync);
            Follow("integration.pulse", RefreshAsync);
            await RefreshAsync();
        }
    }

    /// <inheritdoc/>
    protected override Task RefreshAsync() => RefreshAsync(integrations);

    private Task AddAsync() => OpenAsync("Add integration", null);

    private async Task ShareAsync(IntegrationInfo integration) =>
        await AccessDialog.OpenAsync(
            Dialogs,
            $"Who may use {integration.Name}",
            $"Administrators may do everything. Everybody else sees {integration.Name} only with access to it, and needs the permissions of its namespaces too.",
            ["May see it", "May drive it", "May configure it"],
            cancellationToken => Caller.Integration.ListAccessAsync(new(integration.Id), cancellationToken),
            (access, user, group, cancellationToken) => Caller.Integration.SetAccessAsync(new(integration.Id), access, user, group, cancellationToken));

    private Task EditAsync(IntegrationInfo integration) => OpenAsync($"Edit {integration.Name}", integration);

    private async Task OpenAsync(string title, IntegrationInfo? integration)
    {
        await Dialogs.OpenAsync<IntegrationDialog>(title, new() { [nameof(IntegrationDialog.Integration)] = integration }, Questions.Look);
        await RefreshAsync();
    }

    private Task CheckAsync(IntegrationInfo integration) => TryAsync(async () =>
    {
        checking.Add(integration.Id);
        try
        {
            await Caller.Integration.TestAsync(new(integration.Id), Gone);
        }
        finally
        {
            checking.Remove(integration.Id);
        }
    });

    private Task DeleteAsync(IntegrationInfo integration) => ChangeAsync(
        new($"Remove {integration.Name}?", $"HomeDash forgets how to reach it, with its credentials. {integration.Service} itself stays as it is.", "Remove"),
        () => Caller.Integration.DeleteAsync(new(integration.Id), Gone));
}
