namespace HomeDash;

/// <summary>An icon that HomeDash serves.</summary>
/// <param name="Name">Its name within its set.</param>
/// <param name="Title">What it shows, as people write it.</param>
/// <param name="Set">The set it belongs to: <c>simple-icons</c> (brands), <c>mdi</c> (things), or <c>uploads</c>.</param>
/// <param name="Url">Its address on this dashboard: what app.create takes as iconUrl.</param>
public sealed record FoundIcon(string Name, string Title, string Set, string Url);

/// <summary>An icon that was uploaded here.</summary>
/// <param name="Id">Its id, which never changes.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Url">Its address on this dashboard: what app.create takes as iconUrl.</param>
/// <param name="MediaType">What kind of picture it is.</param>
/// <param name="SizeBytes">How large it is, in bytes.</param>
/// <param name="CreatedAt">When it was uploaded.</param>
public sealed record UploadedIcon(string Id, string Name, string Url, string MediaType, int SizeBytes, DateTimeOffset CreatedAt);
