using HomeDash.Components.Shared;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace HomeDash.Components.MediaRequests;

/// <summary>Requests a film or seasons of a series; closes with the request as its service shows it.</summary>
public sealed partial class RequestDialog
{
    private readonly Load<MediaRequestOptions> options;
    private readonly FormProblems problems = new("seasons", "profile");
    private readonly HashSet<int> chosen = [];
    private string profile = "";
    private bool requesting;

    /// <summary>Made by Blazor.</summary>
    public RequestDialog() => options = new(cancellationToken => Caller.MediaRequests.OptionsAsync(new(Media.Integration), Media.Type, Media.Id, cancellationToken));

    /// <summary>What is requested.</summary>
    [Parameter, EditorRequired]
    public FoundMedia Media { get; set; } = null!;

    [Inject]
    private HomeDashCaller Caller { get; set; } = null!;

    [Inject]
    private DialogService Dialogs { get; set; } = null!;

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        await options.RunAsync(Gone);
        chosen.Clear();
        chosen.UnionWith((options.Value?.Seasons ?? []).Where(season => season.Number > 0 && season.Availability.IsOpen()).Select(season => season.Number));
        StateHasChanged();
    }

    private void Tick(int season, bool ticked) => _ = ticked ? chosen.Add(season) : chosen.Remove(season);

    private async Task RequestAsync()
    {
        requesting = true;
        var made = await problems.TryAsync(() => Caller.MediaRequests.RequestAsync(
            new(Media.Integration), Media.Type, Media.Id, Media.Type == RequestedType.Series ? [.. chosen.Order()] : null, profile.Length > 0 ? profile : null));
        requesting = false;
        if (made is not null)
        {
            Dialogs.Close(made);
        }
    }
}
