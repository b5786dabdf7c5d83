using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The downloads of all connected clients.</summary>
internal sealed class DownloadFleet(IntegrationFleet integrations, Connections connections)
{
    /// <summary>Every download that the caller may see, what the clients are doing, and how they fared.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="named">Only these integrations; null for all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<DownloadSurvey> SurveyAsync(Caller caller, IReadOnlyList<IntegrationRef>? named, CancellationToken cancellationToken)
    {
        var answers = await integrations.AskAsync(
            integrations.Usable<IDownloadClient>(caller, named), "queue", (client, token) => client.ReadAsync(token), cancellationToken).ConfigureAwait(false);
        return new(
            [.. answers.Values.SelectMany(answer => answer.Value.Items.Select(item => new FoundDownload(answer.Integration, item)))],
            [.. answers.Values.Select(answer => answer.Value.Client)],
            answers.Reports);
    }

    /// <summary>The client that a resolved download is in.</summary>
    public Connection<IDownloadClient> ClientOf(DownloadRef download) =>
        connections.With<IDownloadClient>().FirstOrDefault(connection => connection.Integration.Id == download.Resolved!.Owner!.Id)
        ?? throw ProcedureErrors.Unreachable($"The client of {download.Resolved!.Name} has just been disconnected.");

    /// <summary>The client that a caller named.</summary>
    public Connection<IDownloadClient> One(IntegrationRef named) => integrations.One<IDownloadClient>(named);

    /// <summary>Writes to one client.</summary>
    public Task<T> WriteAsync<T>(Connection<IDownloadClient> connection, Func<IDownloadClient, Task<T>> write) => integrations.WriteAsync(connection, write);
}

/// <summary>Every download that somebody may see.</summary>
/// <param name="Items">The downloads.</param>
/// <param name="Clients">What the clients that answered are doing.</param>
/// <param name="Reports">How each client fared.</param>
internal sealed record DownloadSurvey(IReadOnlyList<FoundDownload> Items, IReadOnlyList<DownloadClientState> Clients, IReadOnlyList<IntegrationReport> Reports);

/// <summary>A download and where it is.</summary>
internal sealed record FoundDownload(Integration Integration, Download Item)
{
    /// <summary>The id that no other client's download has.</summary>
    public string FullId => $"{Item.Integration}/{Item.Id}";

    /// <summary>The name with the client's.</summary>
    public string FullName => $"{Item.Integration}/{Item.Name}";

    /// <summary>The download as access rules and approvals know it: it follows the rules of its client.</summary>
    public ResolvedTarget Target => new("download", $"{Integration.Id}/{Item.Id}", Item.Name, new("integration", Integration.Id));
}

/// <summary>What a resolved download's id holds.</summary>
internal static class DownloadTargets
{
    /// <summary>The id that its client knows it by.</summary>
    public static string ClientId(this DownloadRef download) => download.Resolved!.Id[(download.Resolved.Owner!.Id.Length + 1)..];
}
