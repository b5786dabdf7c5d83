namespace HomeDash;

/// <summary>A volume on an engine.</summary>
/// <param name="Name">Its name on the engine.</param>
/// <param name="Engine">The name of the engine it is on.</param>
/// <param name="Driver">What keeps it, for example <c>local</c>.</param>
/// <param name="SizeBytes">Its size in bytes; absent when the engine does not say.</param>
/// <param name="CreatedAt">When it was made, UTC; absent when the engine does not say.</param>
/// <param name="UsedBy">The names of the containers that mount it, stopped ones too.</param>
public sealed record StoredVolume(string Name, string Engine, string Driver, long? SizeBytes, DateTimeOffset? CreatedAt, IReadOnlyList<string> UsedBy);

/// <summary>One page of volumes.</summary>
/// <param name="Items">The volumes, sorted by name.</param>
/// <param name="Total">How many volumes there are on all pages.</param>
/// <param name="Engines">Which engines answered: volumes of one that did not are missing.</param>
/// <param name="Next">Give this as <c>cursor</c> to get the next page; absent on the last one.</param>
public sealed record VolumeList(IReadOnlyList<StoredVolume> Items, int Total, IReadOnlyList<EngineReport> Engines, string? Next = null);
