using System.Text.Json.Nodes;
using HomeDash.Procedures;

namespace HomeDash.Integrations.Docker;

/// <content>Images, and containers made anew from them.</content>
internal sealed partial class DockerEngine
{
    /// <summary>The engine asks a registry on the other side of the world.</summary>
    private static readonly TimeSpan RegistryPatience = TimeSpan.FromSeconds(20);

    /// <summary>An engine says nothing while it unpacks a large layer.</summary>
    private static readonly TimeSpan PullSilence = TimeSpan.FromMinutes(5);

    public async Task<LocalImage?> FindImageAsync(string image, CancellationToken cancellationToken)
    {
        try
        {
            var found = await connection.GetAsync($"/images/{NamePath(image)}/json", IntegrationsJson.Default.EngineImage, Patience, cancellationToken).ConfigureAwait(false);
            return new(ContainerMapping.ImageId(found.Id) ?? throw connection.Errors.MakesNoSense("It shows an image without an id."), found.RepoDigests ?? []);
        }
        catch (ProcedureException exception) when (exception.Error.Reason == ErrorReason.TargetNotFound)
        {
            return null;
        }
    }

    public async Task<string> RegistryDigestAsync(ImageName image, CancellationToken cancellationToken)
    {
        var found = await FromRegistryAsync(image, () => connection.GetAsync(
            $"/distribution/{NamePath(image.ToString())}/json", IntegrationsJson.Default.EngineDistribution, RegistryPatience, cancellationToken)).ConfigureAwait(false);
        return found.Descriptor?.Digest ?? throw connection.Errors.MakesNoSense($"It shows no digest of {image}.");
    }

    public Task PullAsync(ImageName image, Action<PullProgress> report, CancellationToken cancellationToken) => FromRegistryAsync(image, async () =>
    {
        // Without a tag the engine would fetch every tag there is.
        var path = $"/images/create?fromImage={Uri.EscapeDataString(image.Repository)}&tag={Uri.EscapeDataString(image.Digest ?? image.Tag ?? "latest")}";
        using var stream = await connection.OpenAsync(HttpMethod.Post, path, PullSilence, PullSilence, cancellationToken).ConfigureAwait(false);
        var layers = new PullLayers();
        await foreach (var line in JsonLines.ReadAsync(stream.ReadAsync, IntegrationsJson.Default.EnginePullLine, connection.Errors.MakesNoSense, cancellationToken).ConfigureAwait(false))
        {
            if (line.Error is { } error)
            {
                throw connection.Errors.Said(error);
            }

            if (layers.Take(line) is { } progress)
            {
                report(progress);
            }
        }

        return true;
    });

    public async Task<string> CreateLikeAsync(string id, string containerName, string? networkOf, CancellationToken cancellationToken)
    {
        var old = await connection.GetAsync(Path(id, "json"), IntegrationsJson.Default.JsonObject, Patience, cancellationToken).ConfigureAwait(false);
        var image = old["Image"]?.GetValue<string>() is { } imageId
            ? await connection.GetAsync($"/images/{NamePath(imageId)}/json", IntegrationsJson.Default.JsonObject, Patience, cancellationToken).ConfigureAwait(false)
            : [];
        var blueprint = ContainerBlueprint.Of(old, image, networkOf);
        var made = await connection.PostAsync(
            $"/containers/create?name={Uri.EscapeDataString(containerName)}", blueprint.Body, IntegrationsJson.Default.EngineMade, ActionMargin, cancellationToken).ConfigureAwait(false);
        var madeId = made.Id ?? throw connection.Errors.MakesNoSense("It made a container without an id.");
        try
        {
            // Engines before API 1.44 take one network at a container's birth.
            foreach (var (network, endpoint) in blueprint.MoreNetworks)
            {
                var joining = new JsonObject { ["Container"] = madeId, ["EndpointConfig"] = endpoint };
                await connection.PostAsync($"/networks/{Uri.EscapeDataString(network)}/connect", joining, ActionMargin, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (ProcedureException)
        {
            await RemoveAsync(madeId, force: true, cancellationToken).ConfigureAwait(false);
            throw;
        }

        return madeId;
    }

    /// <summary>An engine passes on what a registry says to those who have not signed in there, each version with another status.</summary>
    private async Task<T> FromRegistryAsync<T>(ImageName image, Func<Task<T>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (ProcedureException exception) when (EngineErrors.IsRegistryRefusal(exception.Error.Message))
        {
            throw connection.Errors.RegistryRefused(image, exception);
        }
    }

    /// <summary>A name as part of a path: slashes and colons stay, nothing else can end the path or climb out of it.</summary>
    private static string NamePath(string image) =>
        string.Join('/', image.Split('/').Where(part => part is not ("" or "." or "..")).Select(part => Uri.EscapeDataString(part).Replace("%3A", ":").Replace("%40", "@")));
}
