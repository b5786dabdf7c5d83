namespace HomeDash.Integrations.ICal;

/// <summary>The days that a rule yields, period by period: every so many days, weeks, months or years (RFC 5545, 3.3.10).</summary>
internal static class ICalPeriods
{
    /// <summary>How many periods are gone through at most: a hundred years of days.</summary>
    private const int MostPeriods = 36_600;

    /// <summary>The days, in order, before the first one too where a period began earlier.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="start">The first day, which says what the rule leaves out.</param>
    /// <param name="from">Periods that end before this day are left out.</param>
    /// <param name="to">Periods that begin after this day are left out.</param>
    public static IEnumerable<DateOnly> Of(ICalRule rule, DateOnly start, DateOnly from, DateOnly to)
    {
        var first = Math.Max(0, (PeriodsBetween(rule, start, from) / rule.Interval) - 1);
        for (var number = first; number < first + MostPeriods; number++)
        {
            if (Begin(rule, start, number) is not { } begin || begin > to)
            {
                yield break;
            }

            foreach (var day in Positioned(rule, [.. In(rule, start, begin).Distinct().Order()]))
            {
                yield return day;
            }
        }
    }

    private static int PeriodsBetween(ICalRule rule, DateOnly start, DateOnly from) => rule.Frequency switch
    {
        ICalFrequency.Daily => from.DayNumber - start.DayNumber,
        ICalFrequency.Weekly => (from.DayNumber - start.DayNumber) / 7,
        ICalFrequency.Monthly => ((from.Year - start.Year) * 12) + from.Month - start.Month,
        _ => from.Year - start.Year,
    };

    /// <summary>The day on which a period begins; null after the end of all days.</summary>
    private static DateOnly? Begin(ICalRule rule, DateOnly start, int number)
    {
        try
        {
            var ahead = checked(number * rule.Interval);
            return rule.Frequency switch
            {
                ICalFrequency.Daily => start.AddDays(ahead),
                ICalFrequency.Weekly => start.AddDays(-(((int)start.DayOfWeek - (int)rule.WeekStart + 7) % 7)).AddDays(checked(ahead * 7)),
                ICalFrequency.Monthly => new DateOnly(start.Year, start.Month, 1).AddMonths(ahead),
                _ => new DateOnly(start.Year, 1, 1).AddYears(ahead),
            };
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    private static IEnumerable<DateOnly> In(ICalRule rule, DateOnly start, DateOnly begin) => rule.Frequency switch
    {
        ICalFrequency.Daily => Fits(rule, begin) && (rule.Weekdays.Count == 0 || rule.Weekdays.Any(weekday => weekday.Day == begin.DayOfWeek)) ? [begin] : [],
        ICalFrequency.Weekly => Enumerable.Range(0, 7).Select(begin.AddDays).Where(day => InMonths(rule, day)
            && (rule.Weekdays.Count == 0 ? day.DayOfWeek == start.DayOfWeek : rule.Weekdays.Any(weekday => weekday.Day == day.DayOfWeek))),
        ICalFrequency.Monthly => InMonths(rule, begin) ? OfMonth(rule, begin, start.Day) : [],
        _ => OfYear(rule, start, begin.Year),
    };

    private static IEnumerable<DateOnly> OfYear(ICalRule rule, DateOnly start, int year)
    {
        var days = DateTime.IsLeapYear(year) ? 366 : 365;
        var whole = Enumerable.Range(0, days).Select(new DateOnly(year, 1, 1).AddDays);
        return rule switch
        {
            { YearDays.Count: > 0 } => whole.Where(day => Names(rule.YearDays, day.DayOfYear, days) && Fits(rule, day) && (rule.Weekdays.Count == 0 || rule.Weekdays.Any(weekday => weekday.Day == day.DayOfWeek))),
            { Months.Count: > 0 } => rule.Months.Where(month => month is >= 1 and <= 12).SelectMany(month => OfMonth(rule, new(year, month, 1), start.Day)),
            { MonthDays.Count: > 0 } => Enumerable.Range(1, 12).SelectMany(month => OfMonth(rule, new(year, month, 1), start.Day)),
            { Weekdays.Count: > 0 } => whole.Where(day => rule.Weekdays.Any(weekday => IsNumbered(weekday, day, day.DayOfYear, days))),
            _ => OfMonth(rule, new(year, start.Month, 1), start.Day),
        };
    }

    /// <summary>A month that does not have the day has no occurrence: it is not moved to another day.</summary>
    private static IEnumerable<DateOnly> OfMonth(ICalRule rule, DateOnly first, int usual)
    {
        var days = DateTime.DaysInMonth(first.Year, first.Month);
        return Enumerable.Range(0, days).Select(first.AddDays).Where(day =>
            rule.MonthDays.Count == 0 && rule.Weekdays.Count == 0
                ? day.Day == usual
                : (rule.MonthDays.Count == 0 || Names(rule.MonthDays, day.Day, days)) && (rule.Weekdays.Count == 0 || rule.Weekdays.Any(weekday => IsNumbered(weekday, day, day.Day, days))));
    }

    private static bool IsNumbered((int Number, DayOfWeek Day) weekday, DateOnly day, int number, int days) =>
        weekday.Day == day.DayOfWeek && (weekday.Number == 0 || weekday.Number == ((number - 1) / 7) + 1 || -weekday.Number == ((days - number) / 7) + 1);

    private static bool Fits(ICalRule rule, DateOnly day) =>
        InMonths(rule, day) && (rule.MonthDays.Count == 0 || Names(rule.MonthDays, day.Day, DateTime.DaysInMonth(day.Year, day.Month)));

    private static bool InMonths(ICalRule rule, DateOnly day) => rule.Months.Count == 0 || rule.Months.Contains(day.Month);

    private static bool Names(IReadOnlyList<int> numbers, int number, int of) => numbers.Contains(number) || numbers.Contains(number - of - 1);

    private static IEnumerable<DateOnly> Positioned(ICalRule rule, DateOnly[] days) =>
        rule.Positions.Count == 0 ? days : days.Where((_, index) => Names(rule.Positions, index + 1, days.Length));
}
