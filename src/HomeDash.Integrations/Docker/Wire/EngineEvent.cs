using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Docker.Wire;

/// <summary>A line of <c>GET /events</c>.</summary>
internal sealed record EngineEvent(
    string? Action,
    EngineActor? Actor,
    [property: JsonPropertyName("time")] long Time,
    [property: JsonPropertyName("timeNano")] long TimeNano);

/// <summary>Whom an event is about.</summary>
internal sealed record EngineActor(string? ID, Dictionary<string, string>? Attributes);
