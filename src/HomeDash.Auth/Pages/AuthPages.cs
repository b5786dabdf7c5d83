namespace HomeDash.Auth;

/// <summary>The addresses of the pages that belong to sign-in.</summary>
public static class AuthPages
{
    /// <summary>
    /// The sign-in page. Its query may hold <c>returnUrl</c>, <c>name</c>, and <c>error</c>: <c>wrong</c>, <c>locked</c>
    /// (5 wrong passwords: wait 5 minutes), <c>limited</c> (wait a minute), <c>expired</c> (the form was too old), or
    /// <c>exists</c> (HomeDash is set up already).
    /// </summary>
    public const string SignIn = "/sign-in";

    /// <summary>
    /// The page that makes the first administrator. Its query may hold <c>name</c> and <c>error</c>: <c>invalid</c>
    /// (a name is 3 to 64 letters, digits, dots, underscores or hyphens, a password 8 to 128 characters), <c>limited</c>, or <c>expired</c>.
    /// </summary>
    public const string Setup = "/setup";
}
