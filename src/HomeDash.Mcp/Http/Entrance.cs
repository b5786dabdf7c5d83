using HomeDash.Procedures;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Mcp;

/// <summary>Finds out who is calling and which profile they are served: by its name in the address, or by the key they came with.</summary>
internal sealed class Entrance(IToolProfiles profiles)
{
    /// <summary>The part of the route that names the profile.</summary>
    public const string RouteValue = "profile";

    /// <summary>Stands in place of a profile's name where the rest of the address was the key; what it was, others have seen to.</summary>
    private const string ByKey = "s";

    /// <summary>The caller, who only reads where the profile does; or what to answer instead.</summary>
    public async ValueTask<(Caller Caller, ToolProfile Profile, Refusal? Refusal)> AdmitAsync(HttpContext http)
    {
        var caller = await http.RequestServices.GetRequiredService<ICallerSource>().GetAsync(http.RequestAborted).ConfigureAwait(false);
        var (profile, refusal) = Choose(caller, http.GetRouteValue(RouteValue) as string ?? ToolProfile.DefaultName);
        return profile is null
            ? (caller, EveryTool.Profile, refusal)
            : (Within(profile, caller), profile, null);
    }

    /// <summary>The caller as the profile lets them in: they only read where it does.</summary>
    public static Caller Within(ToolProfile profile, Caller caller) => profile.ReadOnly && !caller.ReadOnly ? caller with { ReadOnly = true } : caller;

    private (ToolProfile? Profile, Refusal? Refusal) Choose(Caller caller, string name)
    {
        if (name == ByKey)
        {
            return caller is { SignedIn: true, Profile: { } bound } && profiles.Find(bound) is { } served ? (served, null) : (null, NothingHere);
        }

        if (!caller.SignedIn)
        {
            return (null, NotSignedIn);
        }

        return caller.Profile is null && profiles.Find(name) is { } profile ? (profile, null) : (null, NoSuchProfile());
    }

    private Refusal NoSuchProfile() => Refusal.Of(
        StatusCodes.Status404NotFound, $"There is no such profile. These are served: {string.Join(", ", profiles.All.Select(profile => $"/api/mcp/{profile.Name}"))}.");

    // The same for every key that is not good, whatever is wrong with it.
    private static Refusal NothingHere { get; } = Refusal.Of(StatusCodes.Status404NotFound, "There is nothing here.");

    // No resource_metadata: a client that finds it starts to sign in by OAuth.
    private static Refusal NotSignedIn { get; } =
        Refusal.Of(StatusCodes.Status401Unauthorized, "Send an API key of HomeDash: the header 'ApiKey: <id>.<token>' or 'Authorization: Bearer <id>.<token>'. The dashboard makes keys.")
            with { Header = ("WWW-Authenticate", "Bearer") };
}
