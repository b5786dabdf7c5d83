using System.Collections.Frozen;

namespace HomeDash.Procedures;

/// <summary>Who is calling and what they may. Built in one place, from a principal; the same on every surface.</summary>
/// <param name="UserId">The user's id; empty for nobody and for HomeDash itself.</param>
/// <param name="Name">What the user is called.</param>
public sealed record Caller(string UserId, string Name)
{
    /// <summary>The permission that includes all others and full access to everything.</summary>
    public const string AdministratorPermission = "admin";

    /// <summary>The id that stands for everything of a kind in <see cref="Grants"/>.</summary>
    public const string Everything = "*";

    /// <summary>Nobody: not signed in.</summary>
    public static Caller Nobody { get; } = new("", "nobody");

    /// <summary>HomeDash itself, or a person at the machine's own command line.</summary>
    public static Caller House { get; } = new("", "homedash") { Permissions = new[] { AdministratorPermission }.ToFrozenSet() };

    /// <summary>The API key that was used; null when there was none.</summary>
    public string? KeyId { get; init; }

    /// <summary>The permissions of the user's groups.</summary>
    public IReadOnlySet<string> Permissions { get; init; } = FrozenSet<string>.Empty;

    /// <summary>The access granted on single things, or on <see cref="Everything"/> of a kind: (kind, id) → level.</summary>
    public IReadOnlyDictionary<(string Kind, string Id), Access> Grants { get; init; } = FrozenDictionary<(string, string), Access>.Empty;

    /// <summary>True when only queries and subscriptions may be called.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>The tool profile that is all this caller is served; null for one who may choose.</summary>
    public string? Profile { get; init; }

    /// <summary>Whether somebody is signed in.</summary>
    public bool SignedIn => UserId.Length > 0 || IsAdministrator;

    /// <summary>Whether this caller may do everything.</summary>
    public bool IsAdministrator => Permissions.Contains(AdministratorPermission);

    /// <summary>Whether the caller holds a permission.</summary>
    public bool Holds(string permission) => IsAdministrator || Permissions.Contains(permission);

    /// <summary>Whether the caller may call a procedure, leaving its targets aside.</summary>
    public bool MayCall(ProcedureDefinition definition) =>
        Holds(definition.Permission) && !(ReadOnly && definition.Kind == ProcedureKind.Mutation);

    /// <summary>Whether the caller has at least this access to a thing, or to the thing whose rules it follows.</summary>
    public bool HasAccess(ResolvedTarget target, Access needed) =>
        IsAdministrator || IsGranted(target.Kind, target.Id, needed) || (target.Owner is { } owner && IsGranted(owner.Kind, owner.Id, needed));

    private bool IsGranted(string kind, string id, Access needed) =>
        (Grants.TryGetValue((kind, id), out var own) && own >= needed) || (Grants.TryGetValue((kind, Everything), out var all) && all >= needed);
}
