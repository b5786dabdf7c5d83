using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace HomeDash.Components.Boards;

/// <summary>Adds a widget to a board, or changes how one is set; closes with what has changed.</summary>
public sealed partial class WidgetDialog
{
    private readonly Load<Page<WidgetKind>> kinds;
    private readonly Dictionary<string, string> values = [];
    private readonly HashSet<string> chosen = [];
    private FormProblems problems = new();
    private IReadOnlyList<IntegrationInfo> choices = [];
    private WidgetKind? kind;
    private string title = "";
    private bool saving;

    /// <summary>Made by Blazor.</summary>
    public WidgetDialog() => kinds = new(cancellationToken => Caller.Board.WidgetsAsync(cancellationToken: cancellationToken));

    /// <summary>The board.</summary>
    [Parameter, EditorRequired]
    public Board Board { get; set; } = null!;

    /// <summary>Where a new widget goes.</summary>
    [Parameter]
    public BoardSection? Section { get; set; }

    /// <summary>The widget to change; null for a new one.</summary>
    [Parameter]
    public BoardItem? Item { get; set; }

    [Inject]
    private HomeDashCaller Caller { get; set; } = null!;

    [Inject]
    private DialogService Dialogs { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (Item is null)
        {
            await ReadAsync();
        }
        else if (WidgetKinds.Find(Item.Kind) is { } known)
        {
            title = Item.Title ?? "";
            chosen.UnionWith(Item.Integrations.Select(integration => integration.Id));
            await ChooseAsync(known);
        }
    }

    private Task ReadAsync() => kinds.RunAsync(Gone);

    private async Task ChooseAsync(WidgetKind one)
    {
        foreach (var option in one.Options)
        {
            values[option.Name] = Item is not null && Item.Options.TryGetProperty(option.Name, out var set) ? WidgetOptionField.ToText(set) : option.Default ?? "";
        }

        problems = new(["title", .. one.Options.Select(option => $"options.{option.Name}")]);
        kind = one;
        choices = await ReadChoicesAsync(one);
    }

    private async Task<IReadOnlyList<IntegrationInfo>> ReadChoicesAsync(WidgetKind one)
    {
        if (one.Namespace is null or "app")
        {
            return [];
        }

        try
        {
            return (await Caller.Integration.ListAsync(@namespace: one.Namespace == "integration" ? null : one.Namespace, cancellationToken: Gone)).Items;
        }
        catch (ProcedureException)
        {
            // Who may not see which integrations there are sets the widget for all of them.
            return [];
        }
    }

    private void Tick(string integration, bool ticked)
    {
        if (ticked)
        {
            chosen.Add(integration);
        }
        else
        {
            chosen.Remove(integration);
        }
    }

    private async Task SaveAsync()
    {
        if (kind is null)
        {
            return;
        }

        saving = true;
        var (set, named) = (WidgetOptionField.ToOptions(kind, values), chosen.Select(id => new IntegrationRef(id)).ToArray());
        var given = string.IsNullOrWhiteSpace(title) ? null : title.Trim();
        var saved = await problems.TryAsync(() => Item is null
            ? Caller.Board.AddItemAsync(new(Board.Id), kind.Kind, Section?.Id, given, set, named.Length == 0 ? null : named, cancellationToken: Gone)
            : Caller.Board.UpdateItemAsync(new(Board.Id), Item.Id, given, set, named, given is null ? [ItemField.Title] : null, null, Gone));
        saving = false;
        if (saved is not null)
        {
            Dialogs.Close(saved);
        }
    }
}
