using HomeDash.Integrations.Docker.Wire;

namespace HomeDash.Integrations.Docker;

/// <summary>Adds up how far the layers of an image have come while it is pulled.</summary>
internal sealed class PullLayers
{
    private readonly Dictionary<string, Layer> layers = [];

    /// <summary>How far the pull has come; null when a line tells nothing of a layer. A Podman never does.</summary>
    public PullProgress? Take(EnginePullLine line)
    {
        if (line is not { Id: { } id, Status: { } status })
        {
            return null;
        }

        var known = layers.GetValueOrDefault(id);
        var now = status switch
        {
            "Pulling fs layer" or "Waiting" => known ?? new(0, 0, false),
            "Downloading" when line.Progress is { Current: { } done, Total: { } total } => new(done, total, false),
            "Verifying Checksum" or "Download complete" or "Extracting" when known is not null => known with { Done = known.Total },
            "Pull complete" => new(known?.Total ?? 0, known?.Total ?? 0, true),
            "Already exists" => new(0, 0, true),
            _ => known,
        };
        if (now is null || now == known)
        {
            return null;
        }

        layers[id] = now;
        return new(layers.Values.Sum(layer => layer.Done), layers.Values.Sum(layer => layer.Total), layers.Values.Count(layer => layer.Ready), layers.Count);
    }

    private sealed record Layer(long Done, long Total, bool Ready);
}
