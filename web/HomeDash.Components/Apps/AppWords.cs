using System.Globalization;

namespace HomeDash.Components.Apps;

/// <summary>How apps answer, as people say it.</summary>
internal static class AppWords
{
    /// <summary>A state in a word.</summary>
    public static string Of(AppState state) => state switch
    {
        AppState.Up => "Up",
        AppState.Slow => "Slow",
        AppState.Down => "Down",
        _ => "Not checked",
    };

    /// <summary>A time: <c>0.12 s</c>.</summary>
    public static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.##} s");

    /// <summary>A share of a time: <c>99.95 %</c>; a dash when nobody looked.</summary>
    public static string Share(double? share) => share is { } known ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(known * 10000) / 100:0.##} %") : "–";

    /// <summary>What it answered, and how fast; null when it did not.</summary>
    public static string? Answered(AppStatus status) => status is { Code: { } code, ResponseSeconds: { } seconds } ? $"Answers {code} in {Seconds(seconds)}." : null;

    /// <summary>What is worth knowing of its certificate; null when nothing is.</summary>
    public static string? Certificate(AppStatus status) => status.CertificateTrusted is false ? "Its certificate is not trusted on this machine." : null;
}
