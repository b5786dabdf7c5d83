using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Requests films and seasons. What is there or requested already is refused before anything is sent, season by season.</summary>
internal sealed class MediaRequestStart(IntegrationFleet fleet)
{
    public Task<MediaRequestOptions> OptionsAsync(IntegrationRef integration, RequestedType type, int id, CancellationToken cancellationToken) =>
        fleet.One<IMediaRequests>(integration).Client.OptionsAsync(type, id, cancellationToken);

    public async Task<MediaRequest> RequestAsync(
        IntegrationRef integration, RequestedType type, int id, IReadOnlyList<int>? seasons, string? profile, ProcedureContext context, CancellationToken cancellationToken)
    {
        var connection = fleet.One<IMediaRequests>(integration);
        var options = await connection.Client.OptionsAsync(type, id, cancellationToken).ConfigureAwait(false);
        var wanted = Seasons(options, seasons);
        var request = new NewMediaRequest(type, id, wanted, profile is null ? null : Profile(options, profile));
        context.Plan([$"Request {options.Title}{(wanted.Length > 0 ? $", {Name(wanted)}," : "")} in {connection.Integration.Name}{(request.Profile is { } chosen ? $" with the profile {chosen.Name}" : "")}."]);
        return await fleet.WriteAsync(connection, client => client.RequestAsync(request, cancellationToken)).ConfigureAwait(false);
    }

    private static int[] Seasons(MediaRequestOptions options, IReadOnlyList<int>? named)
    {
        if (options.Availability == MediaAvailability.Blocked)
        {
            throw Taken($"{options.Title} is {options.Availability.Taken()}.");
        }

        if (options.Type == RequestedType.Movie)
        {
            return named is { Count: > 0 } ? throw ProcedureErrors.InvalidInput("seasons", $"{options.Title} is a film and has no seasons. Leave them out.")
                : options.Availability.IsOpen() ? []
                : throw Taken($"{options.Title} is {options.Availability.Taken()}.");
        }

        // The specials come only when they are named.
        var open = options.Seasons.Where(season => season.Availability.IsOpen() && season is { Number: > 0, Episodes: null or > 0 }).Select(season => season.Number).ToArray();
        if (named is null or [])
        {
            return open.Length > 0 ? open : throw Taken($"Nothing is left to request of {options.Title}. {Describe(options.Seasons.Where(season => !season.Availability.IsOpen()))}");
        }

        var wanted = named.Distinct().Order().ToArray();
        var unknown = wanted.Except(options.Seasons.Select(season => season.Number)).ToArray();
        if (unknown.Length > 0)
        {
            throw ProcedureErrors.InvalidInput("seasons", $"{options.Title} has no {Name(unknown)}. It has {Name([.. options.Seasons.Select(season => season.Number)])}.");
        }

        var taken = options.Seasons.Where(season => wanted.Contains(season.Number) && !season.Availability.IsOpen()).ToArray();
        return taken.Length == 0 ? wanted : throw Taken(
            $"{options.Title}: {Describe(taken)} {(open.Length > 0 ? $"Left to request: {Name(open)}." : "Nothing is left to request.")}");
    }

    private static RequestProfile Profile(MediaRequestOptions options, string named) => options.Profiles.Count == 0
        ? throw ProcedureErrors.InvalidInput("profile", $"{options.Integration} does not let its user choose a profile. Leave it out.")
        : options.Profiles.Where(profile => string.Equals(profile.Name, named.Trim(), StringComparison.OrdinalIgnoreCase)).OrderByDescending(profile => profile.IsDefault).FirstOrDefault()
            ?? throw ProcedureErrors.InvalidInput("profile", $"There is no profile '{named}'. There are: {string.Join(", ", options.Profiles.Select(profile => profile.Name).Distinct())}.");

    private static ProcedureException Taken(string message) => new(ProcedureErrors.AlreadyExists(message).Error with { Next = new("mediaRequests.options", Why: "It shows what is there, requested and left.") });

    private static string Describe(IEnumerable<SeasonOption> seasons) => string.Join(" ", seasons.GroupBy(season => season.Availability.Taken())
        .Select(group => $"{Capital(Name([.. group.Select(season => season.Number)]))} {(group.Count() == 1 ? "is" : "are")} {group.Key}."));

    private static string Name(int[] seasons) => seasons switch
    {
        [] => "no season",
        [var one] => $"season {one}",
        [.. var first, var last] => $"seasons {string.Join(", ", first)} and {last}",
    };

    private static string Capital(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}
