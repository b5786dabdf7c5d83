namespace HomeDash.Storage;

/// <summary>
/// One step of a room's tables. The same SQL runs on both engines, so it keeps to their common words; see
/// <see cref="Database"/>.
/// </summary>
/// <param name="Number">From 1, without gaps, within the room.</param>
/// <param name="Name">What it does, from its file name, for example <c>api_keys</c>.</param>
/// <param name="Sql">Statements separated by semicolons; no BEGIN or COMMIT.</param>
public sealed record Migration(int Number, string Name, string Sql);
