using System.Text;

namespace HomeDash.Integrations.ICal.Tests;

/// <summary>When events of a calendar take place. The rules and what they yield are those of RFC 5545, 3.8.5.3, where a name of it stands beside them.</summary>
public sealed class RecurrenceTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string, string> Rules => new()
    {
        { "Daily for 10 occurrences", "19970902", "FREQ=DAILY;COUNT=10", "09-02 09-03 09-04 09-05 09-06 09-07 09-08 09-09 09-10 09-11" },
        { "Every other day", "19970902", "FREQ=DAILY;INTERVAL=2;UNTIL=19970910T000000Z", "09-02 09-04 09-06 09-08" },
        { "Every 10 days, 5 occurrences", "19970902", "FREQ=DAILY;INTERVAL=10;COUNT=5", "09-02 09-12 09-22 10-02 10-12" },
        { "Weekly for 10 occurrences", "19970902", "FREQ=WEEKLY;COUNT=10", "09-02 09-09 09-16 09-23 09-30 10-07 10-14 10-21 10-28 11-04" },
        { "Weekly on Tuesday and Thursday for five weeks", "19970902", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "09-02 09-04 09-09 09-11 09-16 09-18 09-23 09-25 09-30 10-02" },
        { "Every other week on Tuesday and Thursday, for 8 occurrences", "19970902", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "09-02 09-04 09-16 09-18 09-30 10-02 10-14 10-16" },
        { "Monthly on the first Friday for 4 occurrences", "19970905", "FREQ=MONTHLY;COUNT=4;BYDAY=1FR", "09-05 10-03 11-07 12-05" },
        { "Every other month on the first and last Sunday", "19970907", "FREQ=MONTHLY;INTERVAL=2;COUNT=4;BYDAY=1SU,-1SU", "09-07 09-28 11-02 11-30" },
        { "Monthly on the second-to-last Monday", "19970922", "FREQ=MONTHLY;COUNT=4;BYDAY=-2MO", "09-22 10-20 11-17 12-22" },
        { "Monthly on the third-to-the-last day", "19970928", "FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=4", "09-28 10-29 11-28 12-29" },
        { "Monthly on the 2nd and 15th", "19970902", "FREQ=MONTHLY;COUNT=6;BYMONTHDAY=2,15", "09-02 09-15 10-02 10-15 11-02 11-15" },
        { "The 31st, in the months that have one", "19970131", "FREQ=MONTHLY;COUNT=7", "01-31 03-31 05-31 07-31 08-31 10-31 12-31" },
        { "Every Friday the 13th", "19970902", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;UNTIL=19981231T000000Z", "02-13 03-13 11-13" },
        { "The first Saturday that follows the first Sunday", "19970913", "FREQ=MONTHLY;COUNT=4;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "09-13 10-11 11-08 12-13" },
        { "The third instance into the month of Tuesday, Wednesday or Thursday", "19970904", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "09-04 10-07 11-06" },
        { "The second-to-last weekday of the month", "19970929", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=4", "09-29 10-30 11-27 12-30" },
        { "Yearly in June and July", "19970610", "FREQ=YEARLY;COUNT=4;BYMONTH=6,7", "06-10 07-10 06-10 07-10" },
        { "Every third year on days 1 and 100", "19970101", "FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100", "01-01 04-10 01-01 04-09" },
        { "Every 20th Monday of the year", "19970519", "FREQ=YEARLY;COUNT=3;BYDAY=20MO", "05-19 05-18 05-17" },
        { "Every Thursday in March", "19970313", "FREQ=YEARLY;COUNT=4;BYMONTH=3;BYDAY=TH", "03-13 03-20 03-27 03-05" },
        { "On 29 February", "19960229", "FREQ=YEARLY;COUNT=2", "02-29 02-29" },
        { "The start of the week matters", "19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "08-05 08-10 08-19 08-24" },
        { "The start of the week matters, on Sunday", "19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "08-05 08-17 08-19 08-31" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rules_yield_the_days_of_the_specification(string name, string start, string rule, string days)
    {
        var feed = Feed($"BEGIN:VEVENT\nUID:1\nSUMMARY:{name}\nDTSTART;TZID=America/New_York:{start}T090000\nRRULE:{rule}\nEND:VEVENT");
        var found = new List<DateOnly>();
        for (var year = 1996; year <= 2004; year++)
        {
            found.AddRange(On(feed, new(year, 1, 1), new(year, 12, 31), NewYork));
        }

        Assert.Equal(days, string.Join(' ', found.Select(day => $"{day:MM-dd}")));
    }

    [Fact]
    public void It_stays_at_nine_when_the_clocks_change()
    {
        var feed = Feed("BEGIN:VEVENT\nUID:1\nSUMMARY:Stand-up\nDTSTART;TZID=America/New_York:19971020T090000\nDTEND;TZID=America/New_York:19971020T093000\nRRULE:FREQ=WEEKLY;COUNT=2\nEND:VEVENT");

        var found = ICalOccurrences.In(feed, new(new(1997, 10, 1), new(1997, 11, 30), NewYork), Cancellation);

        Assert.Equal(
            [new(1997, 10, 20, 13, 0, 0, TimeSpan.Zero), new DateTimeOffset(1997, 10, 27, 14, 0, 0, TimeSpan.Zero)],
            found.Select(entry => entry.StartsAt!.Value));
        Assert.All(found, entry => Assert.Equal(TimeSpan.FromMinutes(30), entry.EndsAt - entry.StartsAt));
    }

    [Fact]
    public void What_began_ages_ago_is_found_at_once_and_has_the_same_id_in_every_span()
    {
        var feed = Feed("BEGIN:VEVENT\nUID:birthday\nSUMMARY:Birthday\nDTSTART;VALUE=DATE:19400229\nRRULE:FREQ=YEARLY\nEND:VEVENT\nBEGIN:VEVENT\nUID:pill\nSUMMARY:Pill\nDTSTART:19700101T070000Z\nRRULE:FREQ=DAILY\nEND:VEVENT");

        var month = ICalOccurrences.In(feed, new(new(2028, 2, 1), new(2028, 2, 29), Berlin), Cancellation);
        var day = ICalOccurrences.In(feed, new(new(2028, 2, 29), new(2028, 2, 29), Berlin), Cancellation);

        Assert.Equal(30, month.Count);
        Assert.Equal(["Birthday", "Pill"], day.Select(entry => entry.Title));
        Assert.Equal((new DateOnly(2028, 2, 29), null, null), (day[0].Day, day[0].LastDay, day[0].StartsAt));
        Assert.Subset(month.Select(entry => entry.Id).ToHashSet(), day.Select(entry => entry.Id).ToHashSet());
    }

    [Fact]
    public void One_of_many_may_be_left_out_moved_added_or_cancelled()
    {
        var feed = Feed("""
            BEGIN:VEVENT
            UID:class
            SUMMARY:Class
            DTSTART;TZID=Europe/Berlin:20261102T180000
            DTEND;TZID=Europe/Berlin:20261102T190000
            RRULE:FREQ=WEEKLY;UNTIL=20261130T170000Z
            EXDATE;TZID=Europe/Berlin:20261109T180000
            RDATE;TZID=Europe/Berlin:20261125T180000
            END:VEVENT
            BEGIN:VEVENT
            UID:class
            RECURRENCE-ID;TZID=Europe/Berlin:20261116T180000
            SUMMARY:Class, elsewhere
            DTSTART;TZID=Europe/Berlin:20261117T200000
            END:VEVENT
            BEGIN:VEVENT
            UID:class
            RECURRENCE-ID:20261123T170000Z
            SUMMARY:Class
            STATUS:CANCELLED
            DTSTART;TZID=Europe/Berlin:20261123T180000
            END:VEVENT
            """);

        var found = ICalOccurrences.In(feed, new(new(2026, 11, 1), new(2026, 12, 31), Berlin), Cancellation).OrderBy(entry => entry.StartsAt);

        Assert.Equal(["02 Class", "17 Class, elsewhere", "25 Class", "30 Class"], found.Select(entry => $"{entry.StartsAt:dd} {entry.Title}"));
    }

    [Fact]
    public void All_day_is_the_same_day_everywhere_and_its_end_is_not_included()
    {
        var feed = Feed("BEGIN:VEVENT\nUID:1\nSUMMARY:Fair\nDTSTART;VALUE=DATE:20261120\nDTEND;VALUE=DATE:20261123\nEND:VEVENT");

        foreach (var zone in new[] { "Pacific/Auckland", "America/Los_Angeles", "UTC" })
        {
            var span = new CalendarSpan(new(2026, 11, 22), new(2026, 11, 30), TimeZoneInfo.FindSystemTimeZoneById(zone));
            var entry = Assert.Single(ICalOccurrences.In(feed, span, Cancellation));
            Assert.Equal((new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 22)), (entry.Day, entry.LastDay));
            Assert.Empty(ICalOccurrences.In(feed, span with { From = new(2026, 11, 23) }, Cancellation));
        }
    }

    [Fact]
    public void A_time_without_a_zone_is_that_of_the_calendar_or_of_whoever_looks()
    {
        const string Floating = "BEGIN:VEVENT\nUID:1\nSUMMARY:Wake up\nDTSTART:20261120T070000\nEND:VEVENT";
        var span = new CalendarSpan(new(2026, 11, 20), new(2026, 11, 20), NewYork);

        Assert.Equal(new(2026, 11, 20, 12, 0, 0), ICalOccurrences.In(Feed(Floating), span, Cancellation).Single().StartsAt!.Value.UtcDateTime);
        Assert.Equal(new(2026, 11, 20, 6, 0, 0), ICalOccurrences.In(Feed("X-WR-TIMEZONE:Europe/Berlin\n" + Floating), span, Cancellation).Single().StartsAt!.Value.UtcDateTime);
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("/softwarestudio.org/Olson_20011030_5/Europe/Berlin")]
    [InlineData("Our office")]
    public void A_zone_is_known_by_its_name_or_by_what_the_calendar_says_of_it(string name)
    {
        var feed = Feed($"""
            BEGIN:VTIMEZONE
            TZID:{name}
            BEGIN:DAYLIGHT
            DTSTART:19810329T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            END:DAYLIGHT
            BEGIN:STANDARD
            DTSTART:19961027T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:1
            SUMMARY:Stand-up
            DTSTART;TZID="{name}":20261023T090000
            RRULE:FREQ=DAILY;COUNT=4
            END:VEVENT
            """);

        var found = ICalOccurrences.In(feed, new(new(2026, 10, 1), new(2026, 10, 31), TimeZoneInfo.Utc), Cancellation);

        Assert.Equal([7, 7, 8, 8], found.Select(entry => entry.StartsAt!.Value.Hour));
    }

    [Fact]
    public void Long_lines_are_folded_even_within_a_letter_and_text_is_escaped()
    {
        byte[] folded = [.. "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261120T120000Z\r\nDURATION:PT1H30M\r\nSUMMARY:Caf"u8, 0xC3, (byte)'\r', (byte)'\n', (byte)' ', 0xA9, .. "\\, at\r\n  noon\r\nLOCATION:Here\\; there\r\nDESCRIPTION:One\\nTwo \\\\o/\r\nURL:https://cafe.example/\r\nBEGIN:VALARM\r\nDESCRIPTION:Reminder\r\nDURATION:PT5M\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"u8];

        var entry = Assert.Single(ICalOccurrences.In(ICalReader.Read(folded)!, new(new(2026, 11, 20), new(2026, 11, 20), TimeZoneInfo.Utc), Cancellation));

        Assert.Equal(("Café, at noon", "Here; there", "One\nTwo \\o/", "https://cafe.example/"), (entry.Title, entry.Location, entry.Description, entry.Link));
        Assert.Equal(TimeSpan.FromMinutes(90), entry.EndsAt - entry.StartsAt);
    }

    [Theory]
    [InlineData("RRULE:FREQ=SECONDLY")]
    [InlineData("RRULE:FREQ=DAILY;INTERVAL=0;COUNT=1")]
    [InlineData("RRULE:FREQ=YEARLY;INTERVAL=2147483647")]
    [InlineData("RRULE:nonsense")]
    [InlineData("DTEND:19010101T000000Z")]
    [InlineData("DURATION:PT99999999999999H")]
    [InlineData("EXDATE:not a time")]
    public void What_makes_no_sense_leaves_the_event_that_it_is_part_of(string line)
    {
        var feed = Feed($"BEGIN:VEVENT\nUID:1\nSUMMARY:Once\nDTSTART:20261120T120000Z\n{line}\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:When?\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:00010101T000000Z\nEND:VEVENT");

        Assert.Equal("Once", Assert.Single(ICalOccurrences.In(feed, new(new(2026, 11, 20), new(2026, 11, 20), TimeZoneInfo.Utc), Cancellation)).Title);
    }

    private static ICalFeed Feed(string components) => ICalReader.Read(Encoding.UTF8.GetBytes($"BEGIN:VCALENDAR\n{components.ReplaceLineEndings("\n")}\nEND:VCALENDAR\n"))!;

    private static IEnumerable<DateOnly> On(ICalFeed feed, DateOnly from, DateOnly to, TimeZoneInfo zone)
    {
        var span = new CalendarSpan(from, to, zone);
        return ICalOccurrences.In(feed, span, Cancellation).Select(entry => span.DayOf(entry.StartsAt!.Value)).Order();
    }
}
