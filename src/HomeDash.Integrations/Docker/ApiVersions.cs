using System.Globalization;
using System.Net;

namespace HomeDash.Integrations.Docker;

/// <summary>Which version of the Engine API is spoken: the engine's, but none that HomeDash does not know.</summary>
internal static class ApiVersions
{
    /// <summary>The newest that HomeDash is tested with. Engines refuse a version newer than their own, and very old ones.</summary>
    private const int KnownMinor = 45;

    /// <summary>What stands before every path, for example <c>/v1.41</c>; empty when the engine names no version.</summary>
    /// <param name="advertised">The header <c>Api-Version</c> of <c>/_ping</c>.</param>
    public static string PrefixFor(string? advertised) =>
        advertised is not null && advertised.StartsWith("1.", StringComparison.Ordinal)
        && int.TryParse(advertised.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            ? $"/v1.{Math.Min(minor, KnownMinor)}"
            : "";

    /// <summary>Whether an answer means that the engine does not speak the version it was asked in.</summary>
    public static bool IsRefusal(HttpStatusCode status, string? message) =>
        status == HttpStatusCode.BadRequest && message is not null
        && (message.Contains("too new", StringComparison.OrdinalIgnoreCase) || message.Contains("too old", StringComparison.OrdinalIgnoreCase));
}
