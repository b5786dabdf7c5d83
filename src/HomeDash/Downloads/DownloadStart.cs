using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Begins downloads: what makes no sense, what the client cannot take and what it has already is refused before anything is sent.</summary>
internal sealed class DownloadStart(DownloadFleet fleet)
{
    public async Task<Download> AddAsync(IntegrationRef integration, NewDownload download, ProcedureContext context, CancellationToken cancellationToken)
    {
        var connection = fleet.One(integration);
        Check(connection, download);
        var before = await connection.Client.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (before.Items.FirstOrDefault(download.IsSame) is { } same)
        {
            throw new ProcedureException(ProcedureErrors.AlreadyExists(
                $"{same.Integration} has '{same.Name}' already; it is {same.State.ToWords()}.").Error with { Next = new("downloads.get", Why: "It shows the download that is there.") });
        }

        context.Plan([$"Download {download.Title}{(download.SizeBytes is { } bytes ? $" ({bytes} bytes)" : "")} with {connection.Integration.Name}{(download.Paused ? ", paused at first" : "")}."]);
        return await fleet.WriteAsync(connection, client => client.AddAsync(download, cancellationToken)).ConfigureAwait(false);
    }

    private static void Check(Connection<IDownloadClient> connection, NewDownload download)
    {
        var client = connection.Client;
        if (!client.Takes.Contains(download.Kind))
        {
            throw ProcedureErrors.InvalidInput(
                download.Link is null ? "content" : "link",
                $"{connection.Integration.Name} cannot download {Noun(download.Kind)}. It takes {string.Join(", ", client.Takes.Select(Noun))}.");
        }

        if (download.Category is not null && !client.HasCategories)
        {
            throw ProcedureErrors.InvalidInput("category", $"{connection.Integration.Name} has no categories. Leave it out.");
        }
    }

    private static string Noun(DownloadSourceKind kind) => kind switch
    {
        DownloadSourceKind.Magnet => "magnet links",
        DownloadSourceKind.Torrent => ".torrent files",
        DownloadSourceKind.Nzb => ".nzb files",
        _ => "web addresses",
    };
}
