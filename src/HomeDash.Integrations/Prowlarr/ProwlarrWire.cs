namespace HomeDash.Integrations.Prowlarr;

/// <summary>An indexer.</summary>
internal sealed record ProwlarrIndexer(int Id, string Name, bool Enable, string? Protocol = null, string? Privacy = null, int? Priority = null);

/// <summary>GET /indexerstatus: only indexers that failed are in it.</summary>
internal sealed record ProwlarrStatus(int IndexerId, DateTimeOffset? DisabledTill = null, DateTimeOffset? MostRecentFailure = null, DateTimeOffset? InitialFailure = null);

/// <summary>What POST /indexer/testall says of an indexer.</summary>
internal sealed record ProwlarrTest(int Id, bool IsValid, IReadOnlyList<ProwlarrFailure>? ValidationFailures = null);

/// <summary>Why an indexer does not work. Warnings are among them.</summary>
internal sealed record ProwlarrFailure(string? ErrorMessage = null, bool IsWarning = false);
