using HomeDash.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Apps;

/// <summary>Adds an app or changes one; closes with the app as it is then.</summary>
public sealed partial class AppDialog
{
    private readonly FormProblems problems = new("name", "href", "description", "iconUrl", "pingUrl");
    private string name = "";
    private string href = "";
    private string description = "";
    private string iconUrl = "";
    private string pingUrl = "";
    private bool choosing;
    private bool saving;

    /// <summary>The app to change; null for a new one.</summary>
    [Parameter]
    public App? App { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() =>
        (name, href, description, iconUrl, pingUrl) = (App?.Name ?? "", App?.Href ?? "", App?.Description ?? "", App?.IconUrl ?? "", App?.PingUrl ?? "");

    private void Choose(FoundIcon icon) => (iconUrl, choosing) = (icon.Url, false);

    private async Task SaveAsync()
    {
        saving = true;
        var saved = await problems.TryAsync(() => App is null
            ? Caller.App.CreateAsync(name, Given(description), Given(iconUrl), Given(href), Given(pingUrl))
            : Caller.App.UpdateAsync(new AppRef(App.Id), name, Given(description), Given(iconUrl), Given(href), Given(pingUrl), Emptied()));
        saving = false;
        if (saved is not null)
        {
            Dialogs.Close(saved);
        }
    }

    private List<AppField> Emptied() =>
    [
        .. new[] { (AppField.Description, description), (AppField.IconUrl, iconUrl), (AppField.Href, href), (AppField.PingUrl, pingUrl) }
            .Where(field => Given(field.Item2) is null).Select(field => field.Item1),
    ];

    private static string? Given(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
