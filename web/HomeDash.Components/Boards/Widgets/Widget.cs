using System.Text.Json;
using HomeDash.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Boards.Widgets;

/// <summary>A widget that shows something live.</summary>
public abstract class Widget : LiveComponent
{
    /// <summary>What it shows, and how it is set.</summary>
    [Parameter, EditorRequired]
    public BoardItem Item { get; set; } = null!;

    /// <summary>Calls procedures as whoever looks: a widget never shows more than its reader may see.</summary>
    [Inject]
    protected HomeDashCaller Caller { get; set; } = null!;

    /// <summary>The integrations it shows; null for all that whoever looks may use.</summary>
    protected IReadOnlyList<IntegrationRef>? Integrations =>
        Item.Integrations.Count == 0 ? null : [.. Item.Integrations.Select(integration => new IntegrationRef(integration.Id))];

    /// <summary>An option that is a text; null when it is not set.</summary>
    protected string? TextOf(string option) => Item.Options.TextOf(option);

    /// <summary>An option that is a list of texts; empty when it is not set.</summary>
    protected IReadOnlyList<string> TextsOf(string option) =>
        Item.Options.TryGetProperty(option, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(text => text.GetString()!)] : [];

    /// <summary>An option that is a number; null when it is not set.</summary>
    protected int? NumberOf(string option) => Item.Options.TryGetProperty(option, out var value) && value.TryGetInt32(out var number) ? number : null;

    /// <summary>Whether an option is set to true.</summary>
    protected bool IsOn(string option) => Item.Options.TryGetProperty(option, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>Reads what is shown now and again and again, and when integrations change, fail or recover.</summary>
    protected async Task ReadEveryAsync(TimeSpan interval, Func<Task> read)
    {
        if (Alive)
        {
            Every(interval, read);
            Follow("integration.pulse", read);
            await KeepFreshAsync("integration", read);
        }
    }
}

/// <summary>Reads the options of widgets.</summary>
internal static class WidgetOptionValues
{
    /// <summary>An option that is a text; null when it is not set.</summary>
    public static string? TextOf(this JsonElement options, string option) =>
        options.TryGetProperty(option, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
