using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace HomeDash.Components.Downloads;

/// <summary>Adds a download by link or file; closes with the download as its client shows it.</summary>
public sealed partial class AddDownloadDialog
{
    private const long LargestFile = 3_000_000;

    private readonly FormProblems problems = new("link", "content", "category");
    private string integration = "";
    private string link = "";
    private string category = "";
    private bool paused;
    private bool adding;
    private IBrowserFile? file;

    /// <summary>The names of the clients to choose from.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<string> Integrations { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnInitialized() => integration = Integrations[0];

    private async Task AddAsync()
    {
        adding = true;
        var added = await problems.TryAsync(async () => await Caller.Downloads.AddAsync(
            new(integration), Given(link), await ContentAsync(), file?.Name, Given(category), paused));
        adding = false;
        if (added is not null)
        {
            Dialogs.Close(added);
        }
    }

    private async Task<byte[]?> ContentAsync()
    {
        if (file is null)
        {
            return null;
        }

        if (file.Size > LargestFile)
        {
            throw ProcedureErrors.InvalidInput("content", "The file has more than 3 MB. Give a link to it, or add it in the client itself.");
        }

        await using var reading = file.OpenReadStream(LargestFile);
        using var content = new MemoryStream();
        await reading.CopyToAsync(content);
        return content.ToArray();
    }

    private static string? Given(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
