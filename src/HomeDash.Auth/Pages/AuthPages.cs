namespace HomeDash.Auth;

/// <summary>The addresses of the pages that belong to sign-in.</summary>
public static class AuthPages
{
    /// <summary>
    /// The sign-in page. Its query may hold <c>returnUrl</c>, <c>name</c>, and <c>error</c>: <c>wrong</c>, <c>locked</c>
    /// (5 wrong passwords: wait 5 minutes), <c>tooMany</c> (wait a minute), <c>expired</c> (the form was too old), or
    /// <c>alreadySetUp</c>.
    /// </summary>
    public const string SignIn = "/sign-in";

    /// <summary>
    /// The page that makes the first administrator. Its query may hold <c>name</c> and <c>error</c>: <c>name</c> or
    /// <c>password</c> (will not do), <c>tooMany</c>, or <c>expired</c>.
    /// </summary>
    public const string Setup = "/setup";
}
