namespace HomeDash.Integrations.TechnitiumDns;

/// <summary>What every answer says; its HTTP status is always 200.</summary>
/// <param name="Status"><c>ok</c>, <c>error</c>, <c>invalid-token</c>, or a word for a second factor.</param>
/// <param name="ErrorMessage">What is wrong. The stack trace beside it is never read.</param>
internal sealed record TechnitiumStatus(string Status, string? ErrorMessage = null);

/// <summary>What it answers to a sign-in.</summary>
internal sealed record TechnitiumSignIn(string Token);

/// <summary>
/// What it answers to a question. To a path that it does not know it answers ok as well, with an empty response: every
/// response must therefore have what was asked for.
/// </summary>
internal sealed record TechnitiumAnswer<T>(T Response)
    where T : class;

/// <summary>The settings that matter here.</summary>
/// <param name="EnableBlocking">Whether it blocks now; false during a pause too.</param>
/// <param name="TemporaryDisableBlockingTill">When a pause ends, by its own clock.</param>
internal sealed record TechnitiumSettings(bool EnableBlocking, string? Version = null, DateTimeOffset? TemporaryDisableBlockingTill = null);

/// <summary>What it answers to a pause.</summary>
internal sealed record TechnitiumPause(DateTimeOffset TemporaryDisableBlockingTill);

/// <summary>What it has counted; up to a minute old.</summary>
internal sealed record TechnitiumDashboard(TechnitiumDashboard.Counts Stats)
{
    /// <param name="TotalQueries">All queries.</param>
    /// <param name="TotalBlocked">Those that were blocked.</param>
    /// <param name="BlockedZones">Domains that were blocked by hand.</param>
    /// <param name="BlockListZones">Domains on its lists.</param>
    internal sealed record Counts(long TotalQueries, long TotalBlocked, long BlockedZones = 0, long BlockListZones = 0);
}

/// <summary>What it blocked most often.</summary>
internal sealed record TechnitiumTop(IReadOnlyList<TechnitiumTop.One> TopBlockedDomains)
{
    internal sealed record One(string Name, long Hits);
}
