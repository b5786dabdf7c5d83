using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Tests.Calendar;

/// <summary>What happens when.</summary>
public sealed class EventTests
{
    private const string ThisWeek = """{"from":"2026-11-16","to":"2026-11-22","timeZone":"Europe/Berlin"}""";

    [Fact]
    public async Task A_week_is_told_in_order_over_all_services()
    {
        await using var house = await MediaHouse.StartAsync();
        Fill(house);

        var week = await house.CallAsync("calendar.events", ThisWeek);

        Assert.Equal(
            """
            {"id":"1.cinema","kind":"cinema","title":"Dune: Part Three","day":"2026-11-16","hasFile":false,"monitored":true,"link":"RADARR/movie/601","integration":"Radarr"}
            {"id":"1.air","kind":"air","title":"Foundation","detail":"A Beginning","season":4,"episode":1,"day":"2026-11-17","startsAt":"2026-11-16T23:30:00Z","hasFile":true,"monitored":true,"link":"SONARR/series/foundation","integration":"Sonarr"}
            {"id":"1.album","kind":"album","title":"Björk","detail":"Fossora II","day":"2026-11-20","hasFile":false,"monitored":true,"link":"LIDARR/album/a1b2-1","integration":"Lidarr"}
            {"id":"FEED","kind":"event","title":"Dentist","day":"2026-11-20","startsAt":"2026-11-20T08:00:00Z","endsAt":"2026-11-20T08:30:00Z","location":"Main street 1","integration":"Family"}
            {"id":"1.book","kind":"book","title":"Ann Leckie","detail":"Translation State","day":"2026-11-22","hasFile":false,"monitored":true,"link":"READARR/book/4001","integration":"Readarr"}
            """,
            string.Join('\n', Items(week).Select(item => Known(item.GetRawText(), house))));
        Assert.Equal(("2026-11-16", "2026-11-22", "Europe/Berlin", 5), (Text(week, "from"), Text(week, "to"), Text(week, "timeZone"), week.GetProperty("total").GetInt32()));
        Assert.All(week.GetProperty("integrations").EnumerateArray(), report => Assert.True(report.GetProperty("ok").GetBoolean()));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-11-17", 1)]
    [InlineData("Europe/Berlin", "2026-11-16", 0)]
    [InlineData("America/New_York", "2026-11-16", 1)]
    [InlineData("Pacific/Kiritimati", "2026-11-17", 1)]
    [InlineData("UTC", "2026-11-16", 1)]
    public async Task A_day_is_that_of_the_zone_asked_for(string zone, string day, int count)
    {
        await using var house = await MediaHouse.StartAsync("Sonarr");
        house.Sonarr.With("Foundation", 4, 1, "A Beginning", new(2026, 11, 16, 23, 30, 0, TimeSpan.Zero));

        var events = await house.CallAsync("calendar.events", $$"""{"from":"{{day}}","to":"{{day}}","timeZone":"{{zone}}"}""");

        Assert.Equal(count, Items(events).Length);
        Assert.All(Items(events), item => Assert.Equal(day, Text(item, "day")));
    }

    [Fact]
    public async Task On_the_days_that_clocks_change_nothing_is_left_out_and_nothing_told_twice()
    {
        await using var house = await MediaHouse.StartAsync("Sonarr");
        var episode = 0;
        for (var hour = new DateTimeOffset(2026, 10, 24, 12, 0, 0, TimeSpan.Zero); hour < new DateTimeOffset(2026, 10, 26, 12, 0, 0, TimeSpan.Zero); hour = hour.AddHours(1))
        {
            house.Sonarr.With("Hourly", 1, ++episode, "News", hour);
        }

        async Task<int> On(string day) => Items(await house.CallAsync("calendar.events", $$"""{"from":"{{day}}","to":"{{day}}","timeZone":"Europe/Berlin"}""")).Length;

        Assert.Equal((10, 25, 13), (await On("2026-10-24"), await On("2026-10-25"), await On("2026-10-26")));
    }

    [Fact]
    public async Task Without_days_it_is_a_week_from_today_on()
    {
        await using var house = await MediaHouse.StartAsync("Sonarr");
        var now = DateTimeOffset.UtcNow;
        house.Sonarr.With("Past", 1, 1, "One", now.AddDays(-1.5)).With("Soon", 1, 1, "One", now.AddDays(2)).With("Later", 1, 1, "One", now.AddDays(8));

        var events = await house.CallAsync("calendar.events");

        Assert.Equal("Soon", Text(Assert.Single(Items(events)), "title"));
        Assert.Equal(6, DateOnly.Parse(Text(events, "to")).DayNumber - DateOnly.Parse(Text(events, "from")).DayNumber);
    }

    [Fact]
    public async Task Only_some_kinds_are_told_and_what_nobody_looks_for_on_request()
    {
        await using var house = await MediaHouse.StartAsync("Radarr", "Sonarr");
        house.Radarr.With("Wanted", cinema: new(2026, 11, 18), digital: new(2026, 11, 19)).With("Unwanted", cinema: new(2026, 11, 18), monitored: false);
        house.Sonarr.With("Series", 1, 1, "One", new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero));

        Assert.Equal(["cinema Wanted"], await Told(""","kinds":["cinema"]"""));
        Assert.Equal(["cinema Wanted", "air Series", "digital Wanted"], await Told(""));
        Assert.Equal(["cinema Unwanted", "cinema Wanted", "air Series", "digital Wanted"], await Told(""","unmonitored":true"""));
        Assert.Equal(["air Series"], await Told(""","integrations":["sonarr"]"""));

        async Task<IEnumerable<string>> Told(string more) =>
            Items(await house.CallAsync("calendar.events", $$"""{"from":"2026-11-16","to":"2026-11-22"{{more}}}""")).Select(item => $"{Text(item, "kind")} {Text(item, "title")}");
    }

    [Fact]
    public async Task Much_comes_in_pages()
    {
        await using var house = await MediaHouse.StartAsync("Sonarr");
        for (var number = 1; number <= 25; number++)
        {
            house.Sonarr.With("All at once", 1, number, $"Number {number}", new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero));
        }

        var (seen, cursor) = (new List<int>(), "");
        do
        {
            var page = await house.CallAsync("calendar.events", $$"""{"from":"2026-11-16","to":"2026-11-22","limit":10{{cursor}}}""");
            Assert.Equal(25, page.GetProperty("total").GetInt32());
            seen.AddRange(Items(page).Select(item => item.GetProperty("episode").GetInt32()));
            cursor = page.TryGetProperty("next", out var next) ? $$""","cursor":"{{next.GetString()}}" """ : null;
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(1, 25), seen);
    }

    [Theory]
    [InlineData("""{"timeZone":"Middle-earth/Shire"}""", "no time zone 'Middle-earth/Shire'")]
    [InlineData("""{"from":"2026-11-22","to":"2026-11-16"}""", "2026-11-16 is before 2026-11-22")]
    [InlineData("""{"from":"2026-01-01","to":"2026-12-31"}""", "more than 92 days")]
    [InlineData("""{"from":"0001-01-01"}""", "before 1900-01-01")]
    [InlineData("""{"to":"9999-12-31"}""", "after 2200-01-01")]
    [InlineData("""{"from":"tomorrow"}""", "from")]
    [InlineData("""{"cursor":"no cursor!"}""", "no cursor of calendar.events")]
    [InlineData("""{"integrations":["nas"]}""", "nas is a Docker, which cannot do this. These can: Calendar feed (iCal), Lidarr, Radarr, Readarr, Sonarr.")]
    public async Task What_makes_no_sense_is_refused_in_words(string input, string words)
    {
        await using var house = await MediaHouse.StartAsync();

        var error = await house.FailAsync("calendar.events", input);

        Assert.Equal(ErrorReason.InvalidInput, error.Reason);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_fails_takes_nothing_away_from_the_others()
    {
        await using var house = await MediaHouse.StartAsync();
        Fill(house);
        house.Sonarr.Key = "changed";

        var week = await house.CallAsync("calendar.events", ThisWeek);

        Assert.Equal(4, Items(week).Length);
        var sonarr = week.GetProperty("integrations").EnumerateArray().Single(report => Text(report, "integration") == "Sonarr");
        Assert.Equal("credentials_refused", Text(sonarr, "reason"));
    }

    [Fact]
    public async Task What_it_said_last_serves_with_its_age_while_it_does_not_answer()
    {
        await using var house = await MediaHouse.StartAsync("Sonarr");
        Fill(house);
        await house.CallAsync("calendar.events", ThisWeek);
        await house.Sonarr.DisposeAsync();
        await Task.Delay(2100, TestContext.Current.CancellationToken);

        var week = await house.CallAsync("calendar.events", ThisWeek);

        Assert.Single(Items(week));
        Assert.True(week.GetProperty("integrations")[0].GetProperty("ageSeconds").GetDouble() > 2);
    }

    [Fact]
    public async Task Whoever_may_use_one_sees_that_one_and_nobody_else_anything()
    {
        await using var house = await MediaHouse.StartAsync();
        Fill(house);
        var guest = new Caller("u1", "guest")
        {
            Permissions = new HashSet<string> { CalendarPermissions.View },
            Grants = new Dictionary<(string, string), Access> { [("integration", "radarr-id")] = Access.Use },
        };

        Assert.Equal("Radarr", Text(Assert.Single(Items(await house.CallAsync("calendar.events", ThisWeek, guest))), "integration"));
        Assert.Equal(ErrorReason.TargetNotFound, (await house.FailAsync("calendar.events", """{"integrations":["Sonarr"]}""", guest)).Reason);
        Assert.Equal(ErrorReason.NotAllowed, (await house.FailAsync("calendar.events", "{}", new("u2", "stranger"))).Reason);
    }

    [Fact]
    public async Task Without_any_it_says_what_to_connect()
    {
        await using var house = await MediaHouse.StartAsync("nas");

        var error = await house.FailAsync("calendar.events");

        Assert.Equal(ErrorReason.NotConfigured, error.Reason);
        Assert.Contains("Add your Sonarr, Radarr, Lidarr, Readarr or a calendar feed", error.Message, StringComparison.Ordinal);
    }

    private static void Fill(MediaHouse house)
    {
        house.Sonarr.With("Foundation", 4, 1, "A Beginning", new(2026, 11, 16, 23, 30, 0, TimeSpan.Zero), hasFile: true);
        house.Radarr.With("Dune: Part Three", cinema: new(2026, 11, 16), digital: new(2027, 2, 2));
        house.Lidarr.With("Björk", "Fossora II", new(2026, 11, 20));
        house.Readarr.With("Ann Leckie", "Translation State", new(2026, 11, 22));
        house.Family.Write("BEGIN:VEVENT\nUID:1\nSUMMARY:Dentist\nLOCATION:Main street 1\nDTSTART;TZID=Europe/Berlin:20261120T090000\nDTEND;TZID=Europe/Berlin:20261120T093000\nEND:VEVENT");
    }

    private static string Known(string json, MediaHouse house)
    {
        foreach (var (name, url) in new[] { ("SONARR", house.Sonarr.Url), ("RADARR", house.Radarr.Url), ("LIDARR", house.Lidarr.Url), ("READARR", house.Readarr.Url) })
        {
            json = json.Replace(url.ToString().TrimEnd('/'), name, StringComparison.Ordinal);
        }

        return json.Contains("Dentist", StringComparison.Ordinal) ? string.Concat("""{"id":"FEED""", json.AsSpan(json.IndexOf("\",\"kind", StringComparison.Ordinal))) : json.Replace("\\u00F6", "ö", StringComparison.Ordinal);
    }

    private static JsonElement[] Items(JsonElement result) => [.. result.GetProperty("items").EnumerateArray()];

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
