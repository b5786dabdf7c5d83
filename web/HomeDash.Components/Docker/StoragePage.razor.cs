using HomeDash.Components.Formats;
using HomeDash.Components.Shared;
using HomeDash.Procedures;
using Radzen;

namespace HomeDash.Components.Docker;

/// <summary>Images, networks and volumes: seen, discarded one by one, or cleaned up all at once.</summary>
public sealed partial class StoragePage
{
    private const int MostRows = 200;

    private readonly Load<ImageList> images;
    private readonly Load<NetworkList> networks;
    private readonly Load<VolumeList> volumes;
    private string? done;

    /// <summary>Made by Blazor.</summary>
    public StoragePage()
    {
        images = new(cancellationToken => Caller.Docker.ImagesAsync(limit: MostRows, cancellationToken: cancellationToken));
        networks = new(cancellationToken => Caller.Docker.NetworksAsync(limit: MostRows, cancellationToken: cancellationToken));
        volumes = new(cancellationToken => Caller.Docker.VolumesAsync(limit: MostRows, cancellationToken: cancellationToken));
    }

    private IReadOnlyList<string> Engines => [.. (images.Value?.Engines ?? []).Where(engine => engine.Ok).Select(engine => engine.Name)];

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => KeepFreshAsync("docker.container", RefreshAsync);

    /// <inheritdoc/>
    protected override Task RefreshAsync() => Task.WhenAll(RefreshAsync(images), RefreshAsync(networks), RefreshAsync(volumes));

    private static List<StoredRow> Rows(ImageList list) =>
        [.. list.Items.Select(image => new StoredRow(StoredKind.Image, image.Id, image.Names is [var first, ..] ? first : image.Id[..Math.Min(19, image.Id.Length)], image.Engine, image.Names.Count == 0 ? "has no name any more" : string.Join(", ", image.Names.Skip(1)), image.SizeBytes, image.UsedBy))];

    private static List<StoredRow> Rows(NetworkList list) =>
        [.. list.Items.Select(network => new StoredRow(StoredKind.Network, network.Id, network.Name, network.Engine, string.Join(", ", network.Subnets.Prepend(network.Driver)), null, network.UsedBy, network.BuiltIn))];

    private static List<StoredRow> Rows(VolumeList list) =>
        [.. list.Items.Select(volume => new StoredRow(StoredKind.Volume, volume.Name, volume.Name, volume.Engine, volume.Driver, volume.SizeBytes, volume.UsedBy))];

    private Task DiscardAsync(StoredRow row)
    {
        var kind = row.Kind.ToString().ToLowerInvariant();
        done = null;
        return ChangeAsync(
            new($"Discard {row.Name}?", row.Kind == StoredKind.Volume ? "The volume is removed with all data in it. This cannot be undone." : $"The {kind} is removed from {row.Engine}.", $"Discard {kind}"),
            async () =>
            {
                var report = await Caller.Docker.DiscardAsync(new(row.Engine), row.Kind, [row.Id], Gone);
                if (report.Kept is [var kept, ..])
                {
                    throw ProcedureErrors.ServiceFailed(kept.Message);
                }

                done = Said(report);
            });
    }

    private async Task CleanAsync()
    {
        if (await Dialogs.OpenAsync<CleanupDialog>("Clean up", new() { [nameof(CleanupDialog.Engines)] = Engines }, Questions.Look) is CleanupReport report)
        {
            Problem = report.Kept.Count > 0 ? string.Join(" ", report.Kept.Select(kept => $"{kept.Name}: {kept.Message}")) : null;
            done = report.Removed.Count > 0 ? Said(report) : null;
            await RefreshAsync();
        }
    }

    private static string Said(CleanupReport report) =>
        $"Removed {Words.Count(report.Removed.Count, "thing")} from {report.Engine}, which frees {Words.Size(report.FreedBytes)}.";
}

/// <summary>A row of what engines keep.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">What names it to the engine.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Engine">The engine that it is on.</param>
/// <param name="About">More of it.</param>
/// <param name="Bytes">Its size; null when it has none or it is unknown.</param>
/// <param name="UsedBy">The containers that use it.</param>
/// <param name="BuiltIn">Whether it is the engine's own.</param>
public sealed record StoredRow(StoredKind Kind, string Id, string Name, string Engine, string About, long? Bytes, IReadOnlyList<string> UsedBy, bool BuiltIn = false);
