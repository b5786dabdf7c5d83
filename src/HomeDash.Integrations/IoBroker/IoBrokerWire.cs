using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomeDash.Integrations.IoBroker;

/// <summary>An object: what a state is.</summary>
internal sealed record IoBrokerObject(string? Type = null, IoBrokerCommon? Common = null);

/// <summary>What an object says of itself. Names are a text, or one for each language.</summary>
internal sealed record IoBrokerCommon(
    JsonElement Name = default, string? Role = null, string? Type = null, string? Unit = null, double? Min = null, double? Max = null, bool? Write = null, IReadOnlyList<string>? Members = null);

/// <summary>A value. It is confirmed once a device has acknowledged it.</summary>
/// <param name="Val">The value.</param>
/// <param name="Ack">Whether a device has acknowledged it.</param>
/// <param name="Changed">When it changed last, in milliseconds since 1970.</param>
/// <param name="Quality">0 when it is good.</param>
internal sealed record IoBrokerState(JsonElement Val = default, bool Ack = false, [property: JsonPropertyName("lc")] long Changed = 0, [property: JsonPropertyName("q")] int Quality = 0);

/// <summary>The past of a state: pairs of value and time.</summary>
internal sealed record IoBrokerPast(IReadOnlyList<IReadOnlyList<JsonElement>>? Datapoints = null);
