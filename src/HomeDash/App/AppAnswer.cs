namespace HomeDash;

/// <summary>How an app answered when it was asked.</summary>
/// <param name="AppId">Which app.</param>
/// <param name="Address">The address that was asked.</param>
/// <param name="At">When the answer was there.</param>
/// <param name="State">What it means.</param>
/// <param name="Code">The HTTP status; null when there was no answer.</param>
/// <param name="Error">What was wrong; null when nothing was.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Trusted">Whether the certificate is trusted; null without TLS.</param>
internal sealed record AppAnswer(string AppId, string Address, DateTimeOffset At, AppState State, int? Code, string? Error, double Seconds, bool? Trusted)
{
    private const double SlowSeconds = 2;

    /// <summary>
    /// Reads an answer. 401, 403, 405 and 429 come from an app that is there and wants a sign-in, another method or a rest; other
    /// 4xx mean that the app is not at this address: a proxy without the app behind it answers 404.
    /// </summary>
    public static AppAnswer Of(App app, ProbeAnswer answer, DateTimeOffset at)
    {
        var error = answer.Error ?? answer.Code switch
        {
            >= 500 => $"It answers {answer.Code}: it is there and fails.",
            401 or 403 or 405 or 429 => null,
            >= 400 => $"It answers {answer.Code}: the app is not at this address. Set another ping address when it only means that the page is missing.",
            _ => null,
        };
        var state = error is not null ? AppState.Down : answer.Seconds > SlowSeconds ? AppState.Slow : AppState.Up;
        return new(app.Id, app.AskedAddress!, at, state, answer.Code, error, answer.Seconds, answer.CertificateTrusted);
    }
}
