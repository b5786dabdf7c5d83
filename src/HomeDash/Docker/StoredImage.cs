namespace HomeDash;

/// <summary>An image on an engine.</summary>
/// <param name="Id">Its id, <c>sha256:</c> and 64 hexadecimal digits.</param>
/// <param name="Names">Its names with their tags; none when newer images took them.</param>
/// <param name="Engine">The name of the engine it is on.</param>
/// <param name="SizeBytes">Its size in bytes; layers that it shares with others count for each of them.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="UsedBy">The names of the containers made from it, stopped ones too.</param>
public sealed record StoredImage(string Id, IReadOnlyList<string> Names, string Engine, long SizeBytes, DateTimeOffset CreatedAt, IReadOnlyList<string> UsedBy);

/// <summary>One page of images.</summary>
/// <param name="Items">The images, sorted by name.</param>
/// <param name="Total">How many images there are on all pages.</param>
/// <param name="Engines">Which engines answered: images of one that did not are missing.</param>
/// <param name="Next">Give this as <c>cursor</c> to get the next page; absent on the last one.</param>
public sealed record ImageList(IReadOnlyList<StoredImage> Items, int Total, IReadOnlyList<EngineReport> Engines, string? Next = null);
