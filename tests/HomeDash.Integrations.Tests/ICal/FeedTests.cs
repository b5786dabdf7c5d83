using HomeDash.Integrations.Tests;
using HomeDash.Procedures;
using HomeDash.Simulators;

namespace HomeDash.Integrations.ICal.Tests;

/// <summary>Where calendar feeds are fetched, and how often.</summary>
public sealed class FeedTests
{
    private const string OneEvent = """
        BEGIN:VEVENT
        UID:1
        SUMMARY:Bins
        DTSTART;VALUE=DATE:20261120
        END:VEVENT
        """;

    private static readonly CalendarSpan Week = new(new(2026, 11, 16), new(2026, 11, 22), TimeZoneInfo.Utc);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feed_is_fetched_whole_when_it_has_changed_and_asked_about_at_most_every_half_minute()
    {
        await using var feed = await FeedSimulator.StartAsync(OneEvent);
        var clock = new HurriedClock();
        using var client = new ICalKind(clock).Connect(new("id", "Bins", "ical", feed.Open.ToString()));

        await client.EventsAsync(Week, false, Cancellation);
        await client.EventsAsync(Week with { To = new(2026, 11, 30) }, false, Cancellation);
        Assert.Equal((1, 0), (feed.Sent, feed.Unchanged));

        clock.Skip(TimeSpan.FromSeconds(31));
        Assert.Single(await client.EventsAsync(Week, false, Cancellation));
        Assert.Equal((1, 1), (feed.Sent, feed.Unchanged));

        feed.Write(OneEvent + "\n" + OneEvent.Replace("UID:1", "UID:2", StringComparison.Ordinal));
        clock.Skip(TimeSpan.FromSeconds(31));
        Assert.Equal(2, (await client.EventsAsync(Week, false, Cancellation)).Count);
        Assert.Equal((2, 1), (feed.Sent, feed.Unchanged));
    }

    [Fact]
    public async Task A_secret_address_is_kept_as_the_key()
    {
        await using var feed = await FeedSimulator.StartAsync(OneEvent);
        using var client = new ICalKind(TimeProvider.System).Connect(new("id", "Family", "ical", feed.Url.ToString()) { Credentials = new(ApiKey: new(feed.SecretPath)) });

        Assert.Equal(new("Family", null), await client.TestAsync(Cancellation));
        Assert.Equal("Bins", Assert.Single(await client.EventsAsync(Week, false, Cancellation)).Title);
    }

    [Fact]
    public void An_address_with_a_secret_in_it_is_not_taken_where_everybody_sees_it()
    {
        var error = Assert.Throws<ProcedureException>(() => new ICalKind(TimeProvider.System).Connect(new("id", "Family", "ical", "https://cloud.example/cal?token=abc"))).Error;

        Assert.Contains("as the key", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_scheme_of_calendar_programs_is_that_of_the_web()
    {
        using var client = new ICalKind(TimeProvider.System).Connect(new("id", "Family", "ical", "webcal://127.0.0.1:9/cal.ics"));

        var error = (await Assert.ThrowsAsync<ProcedureException>(() => client.TestAsync(Cancellation))).Error;

        Assert.Equal(ErrorReason.Unreachable, error.Reason);
        Assert.Contains("nobody listens at 127.0.0.1:9", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_calendar_is_none()
    {
        await using var half = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/calendar";
            await context.Response.Body.WriteAsync("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261120T120000Z\r\n"u8.ToArray(), Cancellation);
        });
        using var client = new ICalKind(TimeProvider.System).Connect(new("id", "Family", "ical", half.Url.ToString()));

        var error = (await Assert.ThrowsAsync<ProcedureException>(() => client.TestAsync(Cancellation))).Error;

        Assert.Contains("answered with no calendar", error.Message, StringComparison.Ordinal);
    }
}
