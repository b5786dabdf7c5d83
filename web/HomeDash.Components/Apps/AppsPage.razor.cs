using HomeDash.Components.Formats;
using HomeDash.Components.Shared;
using HomeDash.Procedures;

namespace HomeDash.Components.Apps;

/// <summary>The apps: found, added, changed, deleted.</summary>
public sealed partial class AppsPage
{
    private const int PageSize = 24;

    private readonly Load<Page<App>> apps;
    private int shown = PageSize;
    private string search = "";
    private string? said;

    /// <summary>Made by Blazor.</summary>
    public AppsPage() => apps = new(ReadAsync);

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => KeepFreshAsync("app", RefreshAsync);

    /// <inheritdoc/>
    protected override async Task RefreshAsync()
    {
        await apps.RunAsync(Gone);
        said = apps.Value is { Total: { } total } ? Words.Count(total, "app") : apps.Value is { } found ? $"{Words.Count(found.Items.Count, "app")} found" : null;
        StateHasChanged();
    }

    private async Task<Page<App>> ReadAsync(CancellationToken cancellationToken)
    {
        if (search.Trim() is { Length: > 0 } text)
        {
            return await Caller.App.SearchAsync(text, 100, cancellationToken);
        }

        // As many as were shown before, so that a change elsewhere does not fold the list.
        List<App> items = [];
        Page<App> page;
        string? cursor = null;
        do
        {
            page = await Caller.App.ListAsync(PageSize, cursor, cancellationToken);
            items.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null && items.Count < shown);
        return page with { Items = items };
    }

    private Task SearchAsync(string text)
    {
        (search, shown) = (text, PageSize);
        return RefreshAsync();
    }

    private Task MoreAsync()
    {
        shown += PageSize;
        return RefreshAsync();
    }

    private async Task EditAsync(App? app)
    {
        var title = app is null ? "Add app" : $"Edit {app.Name}";
        if (await Dialogs.OpenAsync<AppDialog>(title, new() { [nameof(AppDialog.App)] = app }, Questions.Look) is App)
        {
            Problem = null;
            await RefreshAsync();
        }
    }

    private async Task ShowHistoryAsync(App app) => await Dialogs.OpenAsync<AppHistoryDialog>(app.Name, new() { [nameof(AppHistoryDialog.App)] = app }, Questions.Look);

    private Task DeleteAsync(App app) => ChangeAsync(
        new($"Delete {app.Name}?", "The link is removed from the dashboard. What it leads to stays as it is.", "Delete app"),
        () => Caller.App.DeleteAsync(new AppRef(app.Id), Gone));
}
