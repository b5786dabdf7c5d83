using System.Globalization;

namespace HomeDash.Integrations.Seerr;

/// <summary>The profiles of quality of the Radarrs and Sonarrs that such a service is connected with.</summary>
/// <param name="ask">Asks the service.</param>
internal sealed class SeerrProfiles(Func<string, CancellationToken, Task<ServiceResponse>> ask)
{
    /// <summary>The profiles for films or series. A server that is away has none: the service takes its own choice then.</summary>
    public async Task<IReadOnlyList<Choice>> OfAsync(RequestedType type, CancellationToken cancellationToken)
    {
        var path = type == RequestedType.Movie ? "/service/radarr" : "/service/sonarr";
        var servers = (await ask(path, cancellationToken).ConfigureAwait(false)) is { IsSuccess: true } answer ? answer.Json(SeerrJson.Default.SeerrServerArray) : [];
        var choices = await Task.WhenAll(servers.Where(server => !server.Is4k).Select(server => OfAsync(path, server, cancellationToken))).ConfigureAwait(false);
        return [.. choices.SelectMany(one => one)];
    }

    /// <summary>A profile that was chosen; null when it is gone.</summary>
    public async Task<Choice?> FindAsync(RequestedType type, RequestProfile wanted, CancellationToken cancellationToken) =>
        (await OfAsync(type, cancellationToken).ConfigureAwait(false)).FirstOrDefault(choice => choice.Profile == wanted);

    private async Task<IEnumerable<Choice>> OfAsync(string path, SeerrServer server, CancellationToken cancellationToken)
    {
        var answer = await ask(string.Create(CultureInfo.InvariantCulture, $"{path}/{server.Id}"), cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess
            ? answer.Json(SeerrJson.Default.SeerrServerDetails).Profiles.Select(profile => new Choice(
                server.Id, profile.Id, new(profile.Name, server.Name, server.IsDefault && profile.Id == server.ActiveProfileId)))
            : [];
    }

    /// <summary>A profile, and what the service calls it.</summary>
    internal sealed record Choice(int ServerId, int ProfileId, RequestProfile Profile);
}
