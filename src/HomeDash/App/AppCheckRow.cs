namespace HomeDash;

/// <summary>A row of the app_checks table.</summary>
internal sealed record AppCheckRow(
    string AppId,
    DateTimeOffset FromAt,
    DateTimeOffset UntilAt,
    DateTimeOffset Since,
    AppState State,
    int? Code,
    string? Error,
    bool? Trusted,
    long Asked,
    double TotalSeconds,
    double SlowestSeconds,
    double LastSeconds)
{
    /// <summary>Reads rows; the order of the columns is that of the constructor.</summary>
    public const string Select =
        "SELECT app_id, from_at, until_at, since, state, code, error, trusted, asked, total_seconds, slowest_seconds, last_seconds FROM app_checks";

    /// <summary>How long after an answer HomeDash still knows how an app is.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(3);

    /// <summary>The first row of an app, or the first after a break.</summary>
    public static AppCheckRow Begin(AppAnswer answer, DateTimeOffset since) => new(
        answer.AppId, answer.At, answer.At, since, answer.State, answer.Code, answer.Error, answer.Trusted, 1, answer.Seconds, answer.Seconds, answer.Seconds);

    /// <summary>Whether nothing was missed between this row and an answer.</summary>
    public bool ReachesTo(AppAnswer answer) => answer.At - UntilAt <= Fresh;

    /// <summary>Whether an answer says what this row says.</summary>
    public bool Says(AppAnswer answer) => (State, Code, Error) == (answer.State, answer.Code, answer.Error);

    /// <summary>This row with one more answer that says the same.</summary>
    public AppCheckRow With(AppAnswer answer) => this with
    {
        UntilAt = answer.At,
        Trusted = answer.Trusted,
        Asked = Asked + 1,
        TotalSeconds = TotalSeconds + answer.Seconds,
        SlowestSeconds = Math.Max(SlowestSeconds, answer.Seconds),
        LastSeconds = answer.Seconds,
    };

    public AppPeriod ToPeriod() => new(State, FromAt, UntilAt, Asked, Math.Round(TotalSeconds / Asked, 3), SlowestSeconds, Code, Error);

    /// <summary>How the app is now, when this is its last row.</summary>
    public AppStatus ToStatus(App app, DateTimeOffset now, double? upDay, double? upWeek)
    {
        var known = now - UntilAt <= Fresh;
        return new(
            app.Id, app.Name, known ? State : AppState.Unknown, app.AskedAddress, known ? Since : null, UntilAt, Code, Error, LastSeconds, Trusted, upDay, upWeek);
    }
}
