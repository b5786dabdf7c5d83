using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Domoticz;

/// <summary>An answer of Domoticz. HTTP is 200 for failures too: the status is what counts, and is <c>OK</c> or another word. Without results there is no list.</summary>
internal sealed record DomoticzAnswer<T>(string Status, string? Title = null, string? Message = null, IReadOnlyList<T>? Result = null, string? Version = null);

/// <summary>A device. Its other properties depend on its type.</summary>
internal sealed record DomoticzDevice(
    [property: JsonPropertyName("idx")] string Idx,
    string Name,
    string Type,
    string? SubType = null,
    string? SwitchType = null,
    string? Image = null,
    string? Status = null,
    string? Data = null,
    double? Level = null,
    JsonElement Color = default,
    bool HaveTimeout = false,
    bool Protected = false,
    JsonElement SetPoint = default,
    double? Temp = null,
    double? Humidity = null,
    string? LastUpdate = null,
    [property: JsonPropertyName("PlanIDs")] IReadOnlyList<int>? PlanIds = null);

/// <summary>A scene or a group.</summary>
internal sealed record DomoticzScene([property: JsonPropertyName("idx")] string Idx, string Name, string Type, string? Status = null, string? LastUpdate = null, bool Protected = false);

/// <summary>A room plan.</summary>
internal sealed record DomoticzPlan([property: JsonPropertyName("idx")] string Idx, string Name);

/// <summary>What happened to a switch.</summary>
internal sealed record DomoticzLogEntry(string Date, string? Status = null, string? Data = null);

/// <summary>What was measured at a time; texts or numbers, as the version likes.</summary>
internal sealed record DomoticzPoint(
    [property: JsonPropertyName("d")] string Date, [property: JsonPropertyName("te")] JsonElement Temperature = default, [property: JsonPropertyName("v")] JsonElement Value = default);

/// <summary>An answer of which only the status counts.</summary>
internal sealed record DomoticzNothing;
