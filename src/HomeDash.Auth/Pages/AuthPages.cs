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

    /// <summary>
    /// The page where an invite is accepted; its id, a dot and its token follow after a slash. Its query may hold <c>name</c> and
    /// <c>error</c>: <c>invalid</c> as for <see cref="Setup"/>, <c>taken</c> (somebody has that name), <c>limited</c>, or <c>gone</c> (the
    /// invite cannot be accepted any more, as the page itself says). A form that is too old leads to <see cref="SignIn"/>.
    /// </summary>
    public const string Invite = "/invite";

    /// <summary>
    /// The page where one changes one's own password. Its query may hold <c>error</c>: <c>wrong</c> (not the current password),
    /// <c>invalid</c> (a password is 8 to 128 characters), <c>locked</c>, <c>expired</c>, or <c>refused</c> (one may not).
    /// </summary>
    public const string Account = "/account";

    /// <summary>Where changing it leads.</summary>
    public const string PasswordChanged = Account + "?changed=true";
}
