using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Docker.Wire;

/// <summary><c>GET /images/{name}/json</c>.</summary>
internal sealed record EngineImage(string? Id, string[]? RepoDigests);

/// <summary><c>GET /distribution/{name}/json</c>.</summary>
internal sealed record EngineDistribution(EngineDescriptor? Descriptor);

/// <summary>What a registry calls a version of an image.</summary>
internal sealed record EngineDescriptor([property: JsonPropertyName("digest")] string? Digest);

/// <summary>A line of <c>POST /images/create</c>. A pull that fails midway says so in a line: its status was 200 long before.</summary>
internal sealed record EnginePullLine(
    [property: JsonPropertyName("id")] string? Id,
    [property: JsonPropertyName("status")] string? Status,
    [property: JsonPropertyName("error")] string? Error,
    [property: JsonPropertyName("progressDetail")] EnginePullProgress? Progress);

/// <summary>How far a layer has come, in bytes.</summary>
internal sealed record EnginePullProgress([property: JsonPropertyName("current")] long? Current, [property: JsonPropertyName("total")] long? Total);

/// <summary>What <c>POST /containers/create</c> made.</summary>
internal sealed record EngineMade(string? Id);
