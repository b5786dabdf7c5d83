namespace HomeDash;

/// <summary>Addresses that a browser may follow.</summary>
internal static class WebAddress
{
    /// <summary>What to give for a picture.</summary>
    public const string PictureHint = "Give an http:// or https:// address, or a path that starts with '/'.";

    /// <summary>Whether a browser can show what is there: it may come from HomeDash itself.</summary>
    public static bool IsPicture(string address) =>
        IsWeb(address) || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal));

    /// <summary>Whether an address is complete and of the web.</summary>
    public static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;
}
