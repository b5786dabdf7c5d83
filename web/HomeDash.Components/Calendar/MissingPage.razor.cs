using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Calendar;

/// <summary>What is missing: the first page of it as it is now, and further ones as they were when they were asked for.</summary>
public sealed partial class MissingPage
{
    private const int PageSize = 50;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Load<MissingList> missing;
    private readonly List<MissingMedia> more = [];
    private string? next;
    private string? problem;
    private bool busy;

    /// <summary>Made by Blazor.</summary>
    public MissingPage() => missing = new(cancellationToken => Caller.Calendar.MissingAsync(limit: PageSize, cancellationToken: cancellationToken));

    [Inject]
    private HomeDashCaller Caller { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (Alive)
        {
            Every(Interval, RefreshUnlessReadOnAsync);
            await KeepFreshAsync("integration", RefreshAsync);
        }
    }

    // Whoever has read on is not thrown back to the beginning.
    private Task RefreshUnlessReadOnAsync() => more.Count > 0 ? Task.CompletedTask : RefreshAsync();

    private async Task RefreshAsync()
    {
        await missing.RunAsync(Gone);
        more.Clear();
        next = missing.Value?.Next;
        StateHasChanged();
    }

    private async Task ReadOnAsync()
    {
        (busy, problem) = (true, null);
        try
        {
            var page = await Caller.Calendar.MissingAsync(limit: PageSize, cursor: next, cancellationToken: Gone);
            more.AddRange(page.Items);
            next = page.Next;
        }
        catch (ProcedureException failure)
        {
            problem = failure.Error.Message;
        }
        finally
        {
            busy = false;
        }
    }
}
