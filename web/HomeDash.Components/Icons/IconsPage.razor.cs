using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Icons;

/// <summary>The icons: searched, uploaded, deleted.</summary>
public sealed partial class IconsPage
{
    private readonly Load<Page<UploadedIcon>> uploads;
    private FoundIcon? chosen;
    private bool mayUpload;
    private bool mayDelete;

    /// <summary>Made by Blazor.</summary>
    public IconsPage() => uploads = new(cancellationToken => Caller.Icon.ListAsync(cancellationToken));

    [Inject]
    private ICallerSource Visitor { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var caller = await Visitor.GetAsync(Gone);
        (mayUpload, mayDelete) = (caller.Holds(IconPermissions.Upload), caller.Holds(IconPermissions.Delete));
        await KeepFreshAsync("icon", RefreshAsync);
    }

    /// <inheritdoc/>
    protected override Task RefreshAsync() => RefreshAsync(uploads);

    private async Task UploadAsync()
    {
        await Dialogs.OpenAsync<UploadIconDialog>("Upload icon", [], Questions.Look);
        await RefreshAsync();
    }

    private Task DeleteAsync(UploadedIcon icon) => ChangeAsync(
        new($"Delete {icon.Name}?", "The picture is gone for good. An icon that an app uses stays.", "Delete icon"),
        () => Caller.Icon.DeleteAsync(icon.Id, Gone));
}
