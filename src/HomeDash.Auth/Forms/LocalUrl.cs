namespace HomeDash.Auth;

/// <summary>Addresses on this dashboard: the only ones a form leads back to.</summary>
internal static class LocalUrl
{
    /// <summary>The address when it is a path on this host, otherwise the front page. Browsers read <c>//</c> and <c>/\</c> as another host.</summary>
    public static string OrHome(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url : "/";
}
