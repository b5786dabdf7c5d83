using System.Security.Claims;

namespace HomeDash.Auth;

/// <summary>How HomeDash writes and reads who somebody is in a <see cref="ClaimsPrincipal"/>.</summary>
internal static class HomeDashClaims
{
    private const string Stamp = "homedash:stamp";
    private const string Key = "homedash:key";
    private const string ReadOnlyKey = "homedash:read-only";
    private const string ProfileOfKey = "homedash:profile";

    /// <summary>Somebody who signed in with a password; good while the stamp is the user's current one.</summary>
    public static ClaimsPrincipal ForSession(User user, string stamp) => Principal(AuthSchemes.Cookie, user.Id, user.Name, new Claim(Stamp, stamp));

    /// <summary>A program that calls with an API key, or by a secret path.</summary>
    public static ClaimsPrincipal ForKey(VerifiedKey key, string scheme) => Principal(
        scheme, key.UserId, key.UserName,
        [
            new(Key, key.KeyId), new(ReadOnlyKey, key.ReadOnly ? "true" : "false"),
            .. key.Profile is { } profile ? (Claim[])[new(ProfileOfKey, profile)] : [],
        ]);

    public static string? UserId(this ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated is true ? principal.FindFirstValue(ClaimTypes.NameIdentifier) : null;

    public static string? SessionStamp(this ClaimsPrincipal principal) => principal.FindFirstValue(Stamp);

    public static string? KeyId(this ClaimsPrincipal principal) => principal.FindFirstValue(Key);

    public static bool IsReadOnly(this ClaimsPrincipal principal) => principal.FindFirstValue(ReadOnlyKey) is not (null or "false");

    public static string? Profile(this ClaimsPrincipal principal) => principal.FindFirstValue(ProfileOfKey);

    private static ClaimsPrincipal Principal(string scheme, string userId, string userName, params IEnumerable<Claim> more) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, userId), new(ClaimTypes.Name, userName), .. more], scheme));
}
