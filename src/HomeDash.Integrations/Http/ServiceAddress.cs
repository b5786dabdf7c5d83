using HomeDash.Procedures;

namespace HomeDash.Integrations;

/// <summary>The address of a service that is reached over HTTP.</summary>
internal static class ServiceAddress
{
    /// <summary>Reads an address; a path stays, its last slash does not.</summary>
    /// <exception cref="ProcedureException">It is no address of the web.</exception>
    public static Uri Read(string url, string example)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) || address.Host.Length == 0)
        {
            throw ProcedureErrors.InvalidInput("url", $"This is no address of the web. Write it in full, like {example}.");
        }

        if (address.UserInfo.Length > 0)
        {
            throw ProcedureErrors.InvalidInput("url", "The address holds a user name or a password. Give them in their own fields, where they are encrypted.");
        }

        return address.Query.Length > 0 || address.Fragment.Length > 0
            ? throw ProcedureErrors.InvalidInput("url", "Leave out what follows the '?' or '#': HomeDash adds what it needs.")
            : new(address.GetLeftPart(UriPartial.Path).TrimEnd('/'));
    }
}
