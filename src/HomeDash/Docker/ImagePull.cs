using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Fetches images from their registries and tells how far it has come.</summary>
internal sealed class ImagePull(IntegrationFleet integrations)
{
    /// <summary>Fetches an image to one engine.</summary>
    public async Task<PulledImage> PullAsync(IntegrationRef engine, string image, ProcedureContext context, CancellationToken cancellationToken)
    {
        var (connection, name) = (integrations.One<IContainerEngine>(engine), ImageName.Read(image));
        var before = await connection.Client.FindImageAsync(name.ToString(), cancellationToken).ConfigureAwait(false);
        context.Plan([$"Pull {name} on {connection.Integration.Name}{(before is null ? "" : ", where a version of it is already")}."]);
        return await integrations.WriteAsync(connection, async client =>
        {
            var after = await PullAsync(client, name, context, cancellationToken).ConfigureAwait(false);
            return new PulledImage(name.ToString(), connection.Integration.Name, after.Id, after.Id != before?.Id);
        }).ConfigureAwait(false);
    }

    /// <summary>Fetches an image and reads back what the engine has then.</summary>
    public static async Task<LocalImage> PullAsync(IContainerEngine engine, ImageName image, ProcedureContext context, CancellationToken cancellationToken)
    {
        context.Report(0, null, $"Pulling {image}.");
        await engine.PullAsync(
            image,
            progress => context.Report(
                progress.DoneBytes, progress.TotalBytes > 0 ? progress.TotalBytes : null, $"Pulling {image}: {progress.DoneLayers} of {progress.TotalLayers} layers are ready."),
            cancellationToken).ConfigureAwait(false);
        return await engine.FindImageAsync(image.ToString(), cancellationToken).ConfigureAwait(false)
            ?? throw ProcedureErrors.ServiceFailed($"The engine said that it pulled {image}, and does not have it. Try again.");
    }
}

/// <summary>An image after a pull.</summary>
/// <param name="Image">Its name, with the tag.</param>
/// <param name="Engine">The name of the engine that has it now.</param>
/// <param name="Id">The image's id, sha256: and 64 hexadecimal digits.</param>
/// <param name="Changed">Whether the engine had no image, or another one, of that name before. Containers keep the old one until docker.recreate.</param>
public sealed record PulledImage(string Image, string Engine, string Id, bool Changed);
