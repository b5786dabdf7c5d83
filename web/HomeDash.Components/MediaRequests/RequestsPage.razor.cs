using HomeDash.Components.Docker;
using HomeDash.Components.Formats;
using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace HomeDash.Components.MediaRequests;

/// <summary>Films and series: searched, requested, approved and declined.</summary>
public sealed partial class RequestsPage
{
    private const int Most = 100;
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(15);

    private readonly Load<MediaRequestList> requests;
    private readonly Load<MediaRequestStatsList> stats;
    private readonly Load<FoundMediaList> found;
    private RequestStatus? which;
    private string query = "";
    private string searched = "";
    private bool searching;
    private bool busy;
    private bool mayRequest;
    private bool mayApprove;
    private ActionReport? report;

    /// <summary>Made by Blazor.</summary>
    public RequestsPage()
    {
        requests = new(cancellationToken => Caller.MediaRequests.ListAsync(which is { } status ? [status] : null, limit: Most, cancellationToken: cancellationToken));
        stats = new(cancellationToken => Caller.MediaRequests.StatsAsync(cancellationToken: cancellationToken));
        found = new(cancellationToken => Caller.MediaRequests.SearchAsync(searched, cancellationToken: cancellationToken));
    }

    [Inject]
    private HomeDashCaller Caller { get; set; } = null!;

    [Inject]
    private ICallerSource Visitor { get; set; } = null!;

    [Inject]
    private DialogService Dialogs { get; set; } = null!;

    [Inject]
    private Questions Questions { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var visitor = await Visitor.GetAsync(Gone);
        (mayRequest, mayApprove) = (visitor.Holds(MediaRequestPermissions.Request), visitor.Holds(MediaRequestPermissions.Approve));
        if (Alive)
        {
            Every(Age, RefreshAsync);
            await KeepFreshAsync("integration", RefreshAsync);
        }
    }

    private async Task RefreshAsync()
    {
        await Task.WhenAll(requests.RunAsync(Gone), stats.RunAsync(Gone));
        StateHasChanged();
    }

    private async Task ShowAsync(ChangeEventArgs change)
    {
        which = Enum.TryParse<RequestStatus>((string?)change.Value, out var status) ? status : null;
        await RefreshAsync();
    }

    private async Task SearchAsync()
    {
        if (query.Trim().Length == 0)
        {
            return;
        }

        (searched, searching) = (query.Trim(), true);
        await found.RunAsync(Gone);
        searching = false;
    }

    private async Task RequestAsync(FoundMedia media)
    {
        if (await Dialogs.OpenAsync<RequestDialog>($"Request {media.Title}", new() { [nameof(RequestDialog.Media)] = media }, Questions.Look) is MediaRequest made)
        {
            report = new("Requested", [new(made.Title, true, made.Status == RequestStatus.Pending ? "it waits for an answer" : made.Seasons() ?? "it is looked for")]);
            await Task.WhenAll(found.RunAsync(Gone), RefreshAsync());
        }
    }

    private Task ApproveAsync(MediaRequest request) => AnswerAsync("Approve", "Approved", () => Caller.MediaRequests.ApproveAsync([RefTo(request)], Gone));

    private async Task DeclineAsync(MediaRequest request)
    {
        if (await Questions.ConfirmAsync(new($"Decline {request.Title}?", $"{request.RequestedBy ?? "Whoever requested it"} does not get it, unless it is requested anew.", "Decline request")))
        {
            await AnswerAsync("Decline", "Declined", () => Caller.MediaRequests.DeclineAsync([RefTo(request)], Gone));
        }
    }

    private async Task AnswerAsync(string action, string done, Func<Task<Outcomes<MediaRequest>>> call)
    {
        busy = true;
        try
        {
            report = ActionReport.Of(done, await call(), _ => null);
        }
        catch (ProcedureException failure)
        {
            report = ActionReport.Of(action, failure.Error);
        }
        finally
        {
            busy = false;
        }

        await RefreshAsync();
    }

    private static string Summary(MediaRequestStatsList all) => string.Join(", ", new[]
    {
        Words.Count(all.Items.Sum(one => one.Total), "request"),
        $"{all.Items.Sum(one => one.Pending)} waiting",
        $"{all.Items.Sum(one => one.Processing)} being fetched",
        $"{all.Items.Sum(one => one.Available)} available",
    });

    private static MediaRequestRef RefTo(MediaRequest request) => new($"{request.Integration}/{request.Id}");
}
