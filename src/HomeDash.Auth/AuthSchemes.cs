namespace HomeDash.Auth;

/// <summary>The names of HomeDash's ways to say who is calling.</summary>
public static class AuthSchemes
{
    /// <summary>Chooses between the others by what the request carries. The default.</summary>
    public const string Any = "HomeDash";

    /// <summary>The dashboard's session cookie.</summary>
    public const string Cookie = "HomeDash.Cookie";

    /// <summary>An API key, in the header <c>ApiKey</c> or as bearer token.</summary>
    public const string ApiKey = "HomeDash.ApiKey";

    /// <summary>A secret path: the address itself is the key.</summary>
    public const string SecretPath = "HomeDash.SecretPath";
}
