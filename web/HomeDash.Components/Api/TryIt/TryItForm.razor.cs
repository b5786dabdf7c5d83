using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Api.TryIt;

/// <summary>Calls one procedure as the signed-in user, with an input that is filled in here.</summary>
public sealed partial class TryItForm
{
    private const int MostItems = 200;

    private readonly List<string> items = [];
    private FormNode form = null!;
    private string? text;
    private CallProblems problems = new(null);
    private CallReport? report;
    private CancellationTokenSource? running;
    private ProgressReport? progress;
    private bool planned;
    private bool planExample;

    /// <summary>The procedure.</summary>
    [Parameter, EditorRequired]
    public ToolInfo Tool { get; set; } = null!;

    [Inject]
    private CallerScope Calls { get; set; } = null!;

    [Inject]
    private Questions Questions { get; set; } = null!;

    private SchemaNode Schema => form.Schema;

    private bool IsStream => Tool.Kind == ProcedureKind.Subscription;

    private string Progress => progress switch
    {
        { Message: { } message } => message,
        { Total: > 0 } part => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{part.Done / part.Total:P0}"),
        _ => IsStream ? "Following…" : "Calling…",
    };

    /// <inheritdoc/>
    protected override void OnInitialized() => form = new(SchemaNode.Parse(Tool.InputSchema));

    // Changes of the fields below show in the examples: that this component is drawn again is all there is to do.
    private static void Look()
    {
    }

    private void Switch()
    {
        if (text is null)
        {
            text = Filled().ToJsonString(JsonTexts.Readable);
        }
        else
        {
            form.Fill(Parsed());
            text = null;
        }

        (problems, report) = (new(null), null);
    }

    private JsonObject Filled() => form.Build() as JsonObject ?? [];

    private JsonObject? Parsed()
    {
        try
        {
            return JsonNode.Parse(text ?? "") as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The input as it may be shown: with a name in the place of every secret.</summary>
    private JsonObject Shareable() => (text is null ? form.Build("", secret => $"<{secret.Name}>") as JsonObject : Parsed()) ?? [];

    private async Task CallAsync(bool dryRun)
    {
        if (running is not null || (Tool.Effect == Effect.Destroy && !dryRun && !await ConfirmAsync()))
        {
            return;
        }

        (planned, planExample) = (dryRun, dryRun);
        await RunAsync(request => request with { DryRun = dryRun });
    }

    private Task AnswerAsync(IReadOnlyDictionary<string, string> answers) =>
        RunAsync(request => request with { DryRun = planned, Answers = answers });

    private Task<bool> ConfirmAsync() => Questions.ConfirmAsync(new($"{Tool.Title}?", Tool.Description, "Call it")
    {
        Items = [.. Shareable().Select(argument => $"{argument.Key}: {argument.Value?.ToJsonString(JsonTexts.Compact)}")],
    });

    private async Task RunAsync(Func<ProcedureRequest, ProcedureRequest> how)
    {
        var input = Encoding.UTF8.GetBytes(text ?? Filled().ToJsonString());
        using var call = CancellationTokenSource.CreateLinkedTokenSource(Gone);
        (running, report, progress, problems) = (call, null, null, new(null));
        items.Clear();
        var started = Stopwatch.GetTimestamp();
        // Answered as a program would be: after a while it is told that the work goes on, instead of waiting to its end.
        var scope = Calls.With(request => how(request) with { WaitsToTheEnd = false, Progress = Show });
        var outcome = IsStream ? await FollowAsync(scope, input, call.Token) : await scope.CallAsync(Tool.Path, input, call.Token);
        running = null;
        if (Gone.IsCancellationRequested)
        {
            return;
        }

        report = outcome is null ? null : new(outcome, Stopwatch.GetElapsedTime(started));
        problems = new((outcome as ProcedureOutcome.Failed)?.Error);
    }

    private async Task<ProcedureOutcome?> FollowAsync(CallerScope scope, byte[] input, CancellationToken cancellationToken)
    {
        var stream = await scope.OpenAsync(Tool.Path, input, cancellationToken);
        if (stream.Refusal is { } refusal)
        {
            return refusal;
        }

        try
        {
            await foreach (var write in stream.ReadAsync(cancellationToken))
            {
                items.Add(CallReport.Text(write));
                items.RemoveRange(0, Math.Max(0, items.Count - MostItems));
                StateHasChanged();
            }
        }
        catch (ProcedureException failure)
        {
            return new ProcedureOutcome.Failed(failure.Error);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // It was stopped by hand.
        }

        return null;
    }

    private void Show(ProgressReport news) => _ = InvokeAsync(() =>
    {
        progress = news;
        StateHasChanged();
    });

    private async Task StopAsync() => await (running?.CancelAsync() ?? Task.CompletedTask);
}
