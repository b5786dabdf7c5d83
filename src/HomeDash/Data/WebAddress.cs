namespace HomeDash;

/// <summary>Addresses that a browser may follow.</summary>
internal static class WebAddress
{
    /// <summary>Whether an address is complete and of the web.</summary>
    public static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;
}
