using HomeDash.Components.Formats;
using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace HomeDash.Components.Api.Profiles;

/// <summary>Makes a profile, or changes one, and says meanwhile how many tools it would offer.</summary>
public sealed partial class ProfileDialog
{
    private readonly Load<Page<ToolInfo>> tools;
    private readonly FormProblems problems;
    private readonly HashSet<string> included = [];
    private string name = "";
    private string title = "";
    private string singles = "";
    private string excluded = "";
    private string pinned = "";
    private string count = "Counting…";
    private bool readOnly;
    private bool toolSearch;
    private bool compact;
    private bool textOnly;
    private bool sessions = true;
    private bool saving;
    private int counted;

    /// <summary>Made by Blazor.</summary>
    public ProfileDialog()
    {
        tools = new(cancellationToken => Caller.Tools.ListAsync(limit: 1000, cancellationToken: cancellationToken));
        problems = new("name", "title", "include", "exclude", "pinned");
    }

    /// <summary>How wide the dialog is.</summary>
    public static DialogOptions Look => new() { Width = "min(40rem, calc(100vw - 2rem))", AutoFocusFirstElement = false, CloseDialogOnEsc = true };

    /// <summary>The profile to change; null for a new one.</summary>
    [Parameter]
    public ProfileInfo? Profile { get; set; }

    [Inject]
    private HomeDashCaller Caller { get; set; } = null!;

    [Inject]
    private DialogService Dialogs { get; set; } = null!;

    private IReadOnlyList<string> Include => [.. included.Order(StringComparer.Ordinal), .. Split(singles)];

    private IReadOnlyList<Choice> Namespaces => tools.Value is null ? [] :
    [
        .. tools.Value.Items.Where(tool => tool.OnMcp).GroupBy(tool => NamespaceOf(tool.Path))
            .Select(group => new Choice(group.Key, group.Key, included.Contains(group.Key)) { Description = Words.Count(group.Count(), "tool") }),
    ];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (Profile is { } profile)
        {
            (name, title, readOnly, toolSearch, textOnly, sessions) = (profile.Name, profile.Title, profile.ReadOnly, profile.ToolSearch, profile.TextOnly, profile.Sessions);
            compact = profile.Detail == ToolDetail.Compact;
            included.UnionWith(profile.Include.Where(one => !one.Contains('.', StringComparison.Ordinal)));
            singles = string.Join(' ', profile.Include.Where(one => one.Contains('.', StringComparison.Ordinal)));
            excluded = string.Join(' ', profile.Exclude);
            pinned = string.Join(' ', profile.Pinned);
        }

        await RefreshAsync();
        await RecountAsync();
    }

    private Task RefreshAsync() => RefreshAsync(tools);

    private async Task RecountAsync()
    {
        var mine = ++counted;
        string found;
        try
        {
            found = $"It offers {Words.Count((await Caller.Profile.PreviewAsync(Include, Split(excluded), readOnly, Gone)).Tools, "tool")}.";
        }
        catch (ProcedureException refused)
        {
            found = refused.Error.Message;
        }

        // Whoever types on has asked again.
        if (mine == counted)
        {
            count = found;
            StateHasChanged();
        }
    }

    private Task SinglesTyped(string text)
    {
        singles = text;
        return RecountAsync();
    }

    private Task ExcludedTyped(string text)
    {
        excluded = text;
        return RecountAsync();
    }

    private Task ReadOnlyTicked(ChangeEventArgs change)
    {
        readOnly = change.Value is true;
        return RecountAsync();
    }

    private async Task SaveAsync()
    {
        saving = true;
        var saved = await problems.TryAsync(() => Profile is null
            ? Caller.Profile.CreateAsync(name.Trim(), Blank(title), Include, Split(excluded), readOnly, sessions, textOnly, Detail, toolSearch, Split(pinned), Gone)
            : Caller.Profile.UpdateAsync(name, Blank(title), Include, Split(excluded), readOnly, sessions, textOnly, Detail, toolSearch, Split(pinned), Gone));
        saving = false;
        if (saved is not null)
        {
            Dialogs.Close(saved);
        }
    }

    private ToolDetail Detail => compact ? ToolDetail.Compact : ToolDetail.Full;

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string[] Split(string text) => text.Split([' ', ',', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private static string NamespaceOf(string path) => path[..path.IndexOf('.')];
}
