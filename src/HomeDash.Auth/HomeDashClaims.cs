using System.Security.Claims;

namespace HomeDash.Auth;

/// <summary>How HomeDash writes and reads who somebody is in a <see cref="ClaimsPrincipal"/>.</summary>
internal static class HomeDashClaims
{
    private const string Stamp = "homedash:stamp";
    private const string Key = "homedash:key";
    private const string ReadOnlyKey = "homedash:read-only";

    /// <summary>Somebody who signed in with a password; good while the stamp is the user's current one.</summary>
    public static ClaimsPrincipal ForSession(User user, string stamp) => Principal(AuthSchemes.Cookie, user.Id, user.Name, new Claim(Stamp, stamp));

    /// <summary>A program that calls with an API key.</summary>
    public static ClaimsPrincipal ForKey(VerifiedKey key) => Principal(
        AuthSchemes.ApiKey, key.UserId, key.UserName, new Claim(Key, key.KeyId), new Claim(ReadOnlyKey, key.ReadOnly ? "true" : "false"));

    public static string? UserId(this ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated is true ? principal.FindFirstValue(ClaimTypes.NameIdentifier) : null;

    public static string? SessionStamp(this ClaimsPrincipal principal) => principal.FindFirstValue(Stamp);

    public static string? KeyId(this ClaimsPrincipal principal) => principal.FindFirstValue(Key);

    public static bool IsReadOnly(this ClaimsPrincipal principal) => principal.FindFirstValue(ReadOnlyKey) is not (null or "false");

    private static ClaimsPrincipal Principal(string scheme, string userId, string userName, params IEnumerable<Claim> more) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, userId), new(ClaimTypes.Name, userName), .. more], scheme));
}
