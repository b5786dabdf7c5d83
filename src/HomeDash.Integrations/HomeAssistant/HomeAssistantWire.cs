using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomeDash.Integrations.HomeAssistant;

/// <summary>An entity's state, as REST and WebSocket show it.</summary>
internal sealed record HassState(
    [property: JsonPropertyName("entity_id")] string EntityId,
    string State,
    JsonElement Attributes,
    [property: JsonPropertyName("last_changed")] DateTimeOffset? LastChanged = null,
    [property: JsonPropertyName("last_updated")] DateTimeOffset? LastUpdated = null);

/// <summary>A state of the past; with minimal_response only the first has more than these.</summary>
internal sealed record HassPast(string State, [property: JsonPropertyName("last_changed")] DateTimeOffset LastChanged);

/// <summary>How the hub is set up.</summary>
internal sealed record HassConfig(string Version, [property: JsonPropertyName("unit_system")] HassUnits UnitSystem);

/// <summary>The units that the hub uses.</summary>
internal sealed record HassUnits(string Temperature);

/// <summary>An area and what is in it, as the template of HomeDash prints it.</summary>
internal sealed record HassArea(string Name, IReadOnlyList<string> Entities);

/// <summary>A message that comes over the WebSocket.</summary>
internal sealed record HassMessage(string Type, int Id = 0, bool Success = false, JsonElement Result = default, HassEvent? Event = null);

/// <summary>An event.</summary>
internal sealed record HassEvent(HassEventData? Data = null);

/// <summary>What has changed; no new state when the entity is gone.</summary>
internal sealed record HassEventData([property: JsonPropertyName("entity_id")] string EntityId, [property: JsonPropertyName("new_state")] HassState? NewState = null);

/// <summary>A message that goes over the WebSocket. Ids have to rise.</summary>
internal sealed record HassCommand(
    string Type,
    [property: JsonPropertyName("access_token"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AccessToken = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Id = null,
    [property: JsonPropertyName("event_type"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? EventType = null);
