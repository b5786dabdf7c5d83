using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Docker.Wire;

/// <summary><c>GET /version</c>.</summary>
internal sealed record EngineProduct(string? Version);

/// <summary>The body of an error.</summary>
internal sealed record EngineMessage([property: JsonPropertyName("message")] string? Message);
