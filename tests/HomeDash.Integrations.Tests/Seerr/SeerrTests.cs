using HomeDash.Integrations.Seerr;
using HomeDash.Procedures;
using HomeDash.Simulators;

namespace HomeDash.Integrations.Tests.Seerr;

public sealed class SeerrTests : IAsyncLifetime
{
    private static readonly MediaRequestFilter All = new([], null, 20);

    private SeerrSimulator seerr = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => seerr = await SeerrSimulator.StartAsync();

    public ValueTask DisposeAsync() => seerr.DisposeAsync();

    [Fact]
    public async Task A_search_finds_films_and_series_with_how_they_stand_and_leaves_people_out()
    {
        seerr.Media[603] = 5;
        seerr.Titles[3] = seerr.Titles[3] with { Name = "Big & Small: 100%?", Overview = new('x', 500) };
        using var client = Connect();

        var found = (await client.SearchAsync("big", Cancellation)).Items;
        var odd = Assert.Single((await client.SearchAsync("& Small: 100%?", Cancellation)).Items);

        Assert.Equal(
            [("Big Buck Bunny", RequestedType.Movie, 2008, MediaAvailability.Available), ("Big & Small: 100%?", RequestedType.Series, 2010, MediaAvailability.Missing)],
            found.Select(one => (one.Title, one.Type, one.Year!.Value, one.Availability)));
        Assert.Equal((700, 240), (odd.Id, odd.Overview!.Length));
    }

    [Fact]
    public async Task Nothing_found_because_TMDB_is_out_of_reach_is_no_answer()
    {
        using var client = Connect();
        Assert.Empty((await client.SearchAsync("no such film", Cancellation)).Items);

        seerr.HasTmdb = false;

        var error = (await Assert.ThrowsAsync<ProcedureException>(() => client.SearchAsync("big", Cancellation))).Error;
        Assert.Equal("Films says: Unable to retrieve trending items.", error.Message);
    }

    [Fact]
    public async Task Requests_have_titles_which_are_looked_up_once()
    {
        seerr.Ask(603);
        seerr.Ask(700, 2, "bo", seasons: [1, 2]);
        seerr.Ask(603, 3);
        using var client = Connect();

        var requests = (await client.ListAsync(All, Cancellation)).Items;
        await client.ListAsync(All, Cancellation);

        Assert.Equal([(3, "Big Buck Bunny", RequestStatus.Declined), (2, "Pioneer One", RequestStatus.Approved), (1, "Big Buck Bunny", RequestStatus.Pending)], requests.Select(one => (one.Id, one.Title, one.Status)));
        Assert.Equal([1, 2], requests[1].Seasons!);
        Assert.Equal(("bo", MediaAvailability.Processing), (requests[1].RequestedBy, requests[1].Availability));
        Assert.Null(requests[0].Seasons);
        Assert.Equal(2, seerr.Lookups);
    }

    [Fact]
    public async Task Without_titles_requests_are_told_by_number_and_named_later()
    {
        seerr.Ask(603);
        seerr.HasTmdb = false;
        using var client = Connect();

        Assert.Equal("TMDB 603", (await client.ListAsync(All, Cancellation)).Items[0].Title);
        seerr.HasTmdb = true;
        Assert.Equal("Big Buck Bunny", (await client.ListAsync(All, Cancellation)).Items[0].Title);
    }

    [Fact]
    public async Task Filters_look_beyond_the_first_page_and_no_further_than_needed()
    {
        var noon = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
        foreach (var minute in Enumerable.Range(0, 250))
        {
            seerr.Ask(603 + minute % 3, minute == 10 ? 4 : 3, at: noon.AddMinutes(minute));
        }

        using var client = Connect();

        Assert.Equal(11, Assert.Single((await client.ListAsync(new([RequestStatus.Failed], null, 5), Cancellation)).Items).Id);
        Assert.Equal(50, (await client.ListAsync(new([], noon.AddMinutes(200), 100), Cancellation)).Items.Count);
        Assert.Equal([250, 249], (await client.ListAsync(new([], null, 2), Cancellation)).Items.Select(one => one.Id));
        Assert.Empty((await client.ListAsync(new([RequestStatus.Pending], null, 5), Cancellation)).Items);
    }

    [Fact]
    public async Task Options_tell_of_each_season_how_it_stands_and_of_profiles_for_whom_may_choose()
    {
        seerr.Ask(700, 1, seasons: [2]);
        seerr.Media[700] = 4;
        seerr.Seasons[(700, 1)] = 5;
        using var client = Connect();

        var options = await client.OptionsAsync(RequestedType.Series, 700, Cancellation);

        Assert.Equal(
            [(0, MediaAvailability.Missing, 2), (1, MediaAvailability.Available, 6), (2, MediaAvailability.Requested, 4), (3, MediaAvailability.Missing, 5)],
            options.Seasons.Select(season => (season.Number, season.Availability, season.Episodes!.Value)));
        Assert.Equal([new("HD-720p", "sonarr of the house", true)], options.Profiles);

        seerr.Permissions = 32;
        using var limited = Connect();
        Assert.Empty((await limited.OptionsAsync(RequestedType.Movie, 603, Cancellation)).Profiles);
    }

    [Fact]
    public async Task What_is_requested_comes_back_as_the_service_has_it()
    {
        using var client = Connect();

        var film = await client.RequestAsync(new(RequestedType.Movie, 603, [], new("Ultra-HD", "radarr of the house", false)), Cancellation);
        var series = await client.RequestAsync(new(RequestedType.Series, 700, [1, 3], null), Cancellation);

        Assert.Equal(("Big Buck Bunny", RequestStatus.Approved, "Ultra-HD", "ada"), (film.Title, film.Status, film.Profile, film.RequestedBy));
        Assert.Equal("Pioneer One", series.Title);
        Assert.Equal([1, 3], series.Seasons!);
        Assert.False(seerr.Ordered!.Value.GetProperty("is4k").GetBoolean());
        Assert.False(seerr.Ordered.Value.TryGetProperty("profileId", out _));
    }

    [Theory]
    [InlineData(604, ErrorReason.AlreadyExists, "Request for this media already exists.")]
    [InlineData(605, ErrorReason.PermissionRefused, "This media is blocklisted.")]
    [InlineData(999, ErrorReason.ServiceFailed, "[TMDB] Failed to fetch movie details")]
    public async Task A_refusal_is_told_in_its_own_words(int id, ErrorReason reason, string words)
    {
        seerr.Ask(604);
        seerr.Media[605] = 6;
        using var client = Connect();

        var error = (await Assert.ThrowsAsync<ProcedureException>(() => client.RequestAsync(new(RequestedType.Movie, id, [], null), Cancellation))).Error;

        Assert.Equal(reason, error.Reason);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_seasons_left_is_no_success_although_its_status_is_one()
    {
        seerr.Ask(700, 2, seasons: [1]);
        using var client = Connect();

        var error = (await Assert.ThrowsAsync<ProcedureException>(() => client.RequestAsync(new(RequestedType.Series, 700, [1], null), Cancellation))).Error;

        Assert.Equal("Films says: No seasons available to request", error.Message);
    }

    [Fact]
    public async Task An_answer_is_told_once_it_is_there()
    {
        seerr.Ask(603);
        seerr.Ask(604);
        using var client = Connect();

        var approved = await client.AnswerAsync(1, true, Cancellation);
        var declined = await client.AnswerAsync(2, false, Cancellation);
        var gone = (await Assert.ThrowsAsync<ProcedureException>(() => client.AnswerAsync(9, true, Cancellation))).Error;

        Assert.Equal((RequestStatus.Approved, MediaAvailability.Processing, "ada"), (approved.Status, approved.Availability, approved.ChangedBy));
        Assert.Equal((RequestStatus.Declined, "Sintel"), (declined.Status, declined.Title));
        Assert.Equal((ErrorReason.TargetNotFound, "Films has no request 9."), (gone.Reason, gone.Message));
    }

    [Fact]
    public async Task It_counts()
    {
        seerr.Ask(603);
        seerr.Ask(604, 5, "bo");
        seerr.Ask(605, 3, "bo");
        seerr.Ask(700, 2, "bo", seasons: [1]);
        using var client = Connect();

        var stats = await client.StatsAsync(Cancellation);

        Assert.Equal((4, 3, 1, 1, 1, 1, 1), (stats.Total, stats.Movies, stats.Series, stats.Pending, stats.Processing, stats.Available, stats.Declined));
        Assert.Equal([new("bo", 3), new("tilda", 1)], stats.Users);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_with_403_and_one_that_stops_to_hold_too()
    {
        using var wrong = Connect("secret-of-nobody");
        using var right = Connect();
        Assert.Equal(ErrorReason.CredentialsRefused, (await Assert.ThrowsAsync<ProcedureException>(() => wrong.TestAsync(Cancellation))).Error.Reason);
        Assert.Equal(new ServiceVersion("Seerr", "3.1.0"), await right.TestAsync(Cancellation));

        seerr.Key = "secret-and-new";

        Assert.Equal(ErrorReason.CredentialsRefused, (await Assert.ThrowsAsync<ProcedureException>(() => right.StatsAsync(Cancellation))).Error.Reason);
    }

    [Theory]
    [InlineData("overseerr", MediaAvailability.Deleted)]
    [InlineData("jellyseerr", MediaAvailability.Blocked)]
    [InlineData("seerr", MediaAvailability.Blocked)]
    public async Task Six_means_something_else_in_Overseerr(string kind, MediaAvailability availability)
    {
        seerr.Media[603] = 6;
        using var client = Connect(kind: kind);

        Assert.Equal(availability, (await client.SearchAsync("bunny", Cancellation)).Items[0].Availability);
    }

    private SeerrClient Connect(string? key = null, string kind = "seerr")
    {
        SeerrFamilyKind of = kind switch { "overseerr" => new OverseerrKind(TimeProvider.System), "jellyseerr" => new JellyseerrKind(TimeProvider.System), _ => new SeerrKind(TimeProvider.System) };
        return of.Connect(new("id", "Films", kind, seerr.Url.ToString()) { Credentials = new(ApiKey: new(key ?? seerr.Key)) });
    }
}
