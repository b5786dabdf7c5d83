using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Which page of what engines keep.</summary>
/// <param name="Engine">Only this engine; null for all.</param>
/// <param name="Unused">Leave out what is in use.</param>
/// <param name="Limit">How many at most.</param>
/// <param name="Cursor">Where to go on; null to begin.</param>
internal sealed record EnginePage(string? Engine, bool Unused, int Limit, string? Cursor);

/// <summary>Images, networks and volumes of all engines, page by page.</summary>
internal sealed class EngineLists(ContainerFleet fleet)
{
    /// <summary>An engine measures its volumes when it is asked.</summary>
    private static readonly TimeSpan MeasuringPatience = TimeSpan.FromSeconds(25);

    public async Task<ImageList> ImagesAsync(Caller caller, EnginePage page, CancellationToken cancellationToken)
    {
        var (items, total, engines, next) = await ListAsync(
            caller, page, "docker.images", (engine, token) => engine.ImagesAsync(token), image => (image.Names is [var first, ..] ? first : "", image.Id), image => image.UsedBy.Count == 0, null, cancellationToken).ConfigureAwait(false);
        return new(items, total, engines, next);
    }

    public async Task<NetworkList> NetworksAsync(Caller caller, EnginePage page, CancellationToken cancellationToken)
    {
        var (items, total, engines, next) = await ListAsync(
            caller, page, "docker.networks", (engine, token) => engine.NetworksAsync(token), network => (network.Name, network.Id), network => network is { UsedBy.Count: 0, BuiltIn: false }, null, cancellationToken).ConfigureAwait(false);
        return new(items, total, engines, next);
    }

    public async Task<VolumeList> VolumesAsync(Caller caller, EnginePage page, CancellationToken cancellationToken)
    {
        var (items, total, engines, next) = await ListAsync(
            caller, page, "docker.volumes", (engine, token) => engine.VolumesAsync(token), volume => (volume.Name, ""), volume => volume.UsedBy.Count == 0, MeasuringPatience, cancellationToken).ConfigureAwait(false);
        return new(items, total, engines, next);
    }

    private async Task<(IReadOnlyList<T> Items, int Total, IReadOnlyList<EngineReport> Engines, string? Next)> ListAsync<T>(
        Caller caller, EnginePage page, string path, Func<IContainerEngine, CancellationToken, Task<IReadOnlyList<T>>> read,
        Func<T, (string Name, string Id)> identify, Func<T, bool> isUnused, TimeSpan? patience, CancellationToken cancellationToken)
    {
        var after = page.Cursor is null ? null : ListPosition.Read(page.Cursor, path);
        var (values, engines) = await fleet.AskAsync(caller, page.Engine, read, patience, cancellationToken).ConfigureAwait(false);
        var all = values
            .SelectMany(answer => answer.Value.Where(item => !page.Unused || isUnused(item)).Select(item => (Item: item, Position: Position(answer.Connection.Integration.Id, item))))
            .OrderBy(found => found.Position)
            .ToArray();
        var rest = all.Where(found => after is null || found.Position.CompareTo(after) > 0).ToArray();
        return ([.. rest.Take(page.Limit).Select(found => found.Item)], all.Length, engines, rest.Length > page.Limit ? rest[page.Limit - 1].Position.Write() : null);

        ListPosition Position(string integration, T item)
        {
            var (name, id) = identify(item);
            return new(name, integration, id);
        }
    }
}
