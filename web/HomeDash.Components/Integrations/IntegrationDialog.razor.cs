using System.Text.RegularExpressions;
using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace HomeDash.Components.Integrations;

/// <summary>Connects a service, or changes how one is connected; closes with the integration as it is then.</summary>
public sealed partial class IntegrationDialog
{
    private readonly FormProblems problems = new("name", "url", "username", "password", "apiKey", "tokenId", "fingerprint", "href");
    private readonly Load<Page<KindInfo>> kinds;
    private KindInfo? kind;
    private IntegrationForm form = null!;
    private string? works;
    private bool busy;

    /// <summary>Made by Blazor.</summary>
    public IntegrationDialog() => kinds = new(cancellationToken => Caller.Integration.KindsAsync(cancellationToken: cancellationToken));

    /// <summary>The integration to change; null for a new one.</summary>
    [Parameter]
    public IntegrationInfo? Integration { get; set; }

    [Inject]
    private HomeDashCaller Caller { get; set; } = null!;

    [Inject]
    private DialogService Dialogs { get; set; } = null!;

    /// <summary>The fingerprint that the last error offers to trust.</summary>
    private string? Offered => problems.Reason == ErrorReason.Untrusted && Fingerprint().Match(problems.Rest ?? "") is { Success: true } match ? match.Value : null;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await kinds.RunAsync(Gone);
        kind = kinds.Value?.Items.FirstOrDefault(known => known.Kind == Integration?.Kind);
        if (kind is not null)
        {
            form = IntegrationForm.Of(kind, Integration);
        }
    }

    private void Pick(KindInfo picked)
    {
        form = IntegrationForm.Of(picked, null);
        kind = picked;
    }

    private bool IsStored(CredentialField part) => Integration?.Stored.Contains(part) == true;

    private Task TrustAsync(string fingerprint)
    {
        form.Fingerprint = fingerprint;
        return TestAsync();
    }

    private async Task TestAsync()
    {
        if (await TryAsync(Caller.With(request => request with { DryRun = true })) is not null)
        {
            works = "It works.";
        }
    }

    private async Task SaveAsync()
    {
        if (await TryAsync(Caller) is { } saved)
        {
            Dialogs.Close(saved);
        }
    }

    private async Task<object?> TryAsync(HomeDashCaller caller)
    {
        (works, busy) = (null, true);
        try
        {
            return await problems.TryAsync<object>(async () =>
            {
                try
                {
                    return Integration is null ? await form.CreateAsync(caller, kind!, Gone) : await form.UpdateAsync(caller, Integration, Gone);
                }
                catch (ProcedurePendingException planned)
                {
                    return planned;
                }
            });
        }
        finally
        {
            busy = false;
        }
    }

    [GeneratedRegex("(?:[0-9A-F]{2}:){31}[0-9A-F]{2}")]
    private static partial Regex Fingerprint();
}
