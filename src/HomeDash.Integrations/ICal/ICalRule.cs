using System.Globalization;

namespace HomeDash.Integrations.ICal;

/// <summary>How often something comes again.</summary>
internal enum ICalFrequency
{
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// <summary>
/// How something comes again (RFC 5545, 3.3.10), by days: within a day and by numbers of weeks nothing that calendars of
/// people write comes again, so BYHOUR and its like and BYWEEKNO are not read.
/// </summary>
internal sealed record ICalRule(ICalFrequency Frequency)
{
    /// <summary>How many days, weeks, months or years lie between.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>How often in all; null without end.</summary>
    public int? Count { get; init; }

    /// <summary>The last time, as it is written; null without end.</summary>
    public string? Until { get; init; }

    /// <summary>Days of the week, in a month or year with a number: 2 is the second, -1 the last.</summary>
    public IReadOnlyList<(int Number, DayOfWeek Day)> Weekdays { get; init; } = [];

    /// <summary>Days of the month; -1 is the last.</summary>
    public IReadOnlyList<int> MonthDays { get; init; } = [];

    /// <summary>Days of the year; -1 is the last.</summary>
    public IReadOnlyList<int> YearDays { get; init; } = [];

    public IReadOnlyList<int> Months { get; init; } = [];

    /// <summary>Which of the days that a period yields; -1 is the last.</summary>
    public IReadOnlyList<int> Positions { get; init; } = [];

    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <summary>Reads a rule; null when it comes again in a way that is not known.</summary>
    public static ICalRule? Read(string text)
    {
        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
            .GroupBy(part => part[0].ToUpperInvariant(), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First()[1].ToUpperInvariant(), StringComparer.Ordinal);
        if (!Enum.TryParse<ICalFrequency>(parts.GetValueOrDefault("FREQ"), ignoreCase: true, out var frequency) || !Enum.IsDefined(frequency) || parts.ContainsKey("BYWEEKNO"))
        {
            return null;
        }

        return new(frequency)
        {
            Interval = Math.Max(1, Numbers("INTERVAL").FirstOrDefault(1)),
            Count = Numbers("COUNT") is [var count, ..] ? count : null,
            Until = parts.GetValueOrDefault("UNTIL"),
            Weekdays = [.. Items("BYDAY").Select(ReadWeekday).OfType<(int, DayOfWeek)>()],
            MonthDays = Numbers("BYMONTHDAY"),
            YearDays = Numbers("BYYEARDAY"),
            Months = Numbers("BYMONTH"),
            Positions = Numbers("BYSETPOS"),
            WeekStart = Items("WKST").Select(ReadWeekday).FirstOrDefault()?.Day ?? DayOfWeek.Monday,
        };

        string[] Items(string name) => parts.GetValueOrDefault(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

        int[] Numbers(string name) => [.. Items(name).Select(item => int.TryParse(item, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : (int?)null).OfType<int>()];
    }

    /// <summary>The days on which it comes again, in order: from the first one on, and only those between two days.</summary>
    /// <param name="start">The first day.</param>
    /// <param name="from">Days before this one are left out, but counted.</param>
    /// <param name="to">Days after this one are left out.</param>
    public IEnumerable<DateOnly> Days(DateOnly start, DateOnly from, DateOnly to)
    {
        var counted = 0;
        foreach (var day in ICalPeriods.Of(this, start, Count is null && from > start ? from : start, to))
        {
            if (day < start)
            {
                continue;
            }

            if (day > to || counted++ >= Count)
            {
                yield break;
            }

            if (day >= from)
            {
                yield return day;
            }
        }
    }

    private static (int Number, DayOfWeek Day)? ReadWeekday(string text)
    {
        DayOfWeek? day = text.Length < 2 ? null : text[^2..] switch
        {
            "MO" => DayOfWeek.Monday,
            "TU" => DayOfWeek.Tuesday,
            "WE" => DayOfWeek.Wednesday,
            "TH" => DayOfWeek.Thursday,
            "FR" => DayOfWeek.Friday,
            "SA" => DayOfWeek.Saturday,
            "SU" => DayOfWeek.Sunday,
            _ => null,
        };
        return day is { } known ? (int.TryParse(text[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0, known) : null;
    }
}
