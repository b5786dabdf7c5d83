using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.DnsHole;

/// <summary>The DNS blockers: seen as they are, paused and switched.</summary>
public sealed partial class DnsPage
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TopAge = TimeSpan.FromMinutes(1);

    private readonly Load<DnsHoleSummary> holes;
    private readonly Load<TopBlockedList> top;
    private readonly Dictionary<string, Outcome<BlockingState>> outcomes = new(StringComparer.Ordinal);
    private string? failure;
    private bool mayControl;
    private bool busy;

    /// <summary>Made by Blazor.</summary>
    public DnsPage()
    {
        holes = new(cancellationToken => Caller.DnsHole.SummaryAsync(cancellationToken: cancellationToken));
        top = new(cancellationToken => Caller.DnsHole.TopBlockedAsync(limit: 5, cancellationToken: cancellationToken));
    }

    [Inject]
    private HomeDashCaller Caller { get; set; } = null!;

    [Inject]
    private ICallerSource Visitor { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        mayControl = (await Visitor.GetAsync(Gone)).Holds(DnsHolePermissions.Control);
        if (Alive)
        {
            Open();
            Follow("integration", ReopenAsync);
            Every(Second, CountDown);
            Every(TopAge, RefreshTopAsync);
            await RefreshTopAsync();
        }
    }

    private TopBlockedOf? TopOf(string integration) => top.Value?.Items.FirstOrDefault(item => item.Integration == integration);

    /// <summary>Watches from now on: what was under way is older than what has just been done.</summary>
    private void Open() => Watch(holes, cancellationToken => Caller.DnsHole.WatchAsync(cancellationToken: cancellationToken));

    private async Task ReopenAsync()
    {
        Open();
        await RefreshTopAsync();
    }

    private Task CountDown()
    {
        if (holes.Value?.Items.Any(hole => hole.State.ResumesAt is not null) == true)
        {
            StateHasChanged();
        }

        return Task.CompletedTask;
    }

    private Task RefreshTopAsync() => RefreshAsync(top);

    private Task EnableAsync(IReadOnlyList<DnsHoleInfo> chosen) => SwitchAsync(targets => Caller.DnsHole.EnableAsync(targets, Gone), chosen);

    private Task DisableAsync(IReadOnlyList<DnsHoleInfo> chosen, int? seconds) => SwitchAsync(targets => Caller.DnsHole.DisableAsync(targets, seconds, Gone), chosen);

    private async Task SwitchAsync(Func<IReadOnlyList<IntegrationRef>, Task<Outcomes<BlockingState>>> call, IReadOnlyList<DnsHoleInfo> chosen)
    {
        (busy, failure) = (true, null);
        outcomes.Clear();
        try
        {
            foreach (var outcome in (await call([.. chosen.Select(hole => new IntegrationRef(hole.Id))])).Items)
            {
                outcomes[outcome.Target] = outcome;
            }
        }
        catch (ProcedureException problem)
        {
            failure = problem.Error.Message;
        }
        finally
        {
            busy = false;
        }

        Open();
    }
}
