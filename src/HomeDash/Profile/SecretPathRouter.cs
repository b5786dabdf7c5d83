using System.ComponentModel.DataAnnotations;
using HomeDash.Generated;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Secret paths: addresses that are themselves the key, for AI clients that can send no header.</summary>
[Router("profile", Noun = "secret path")]
internal sealed class SecretPathRouter(SecretPathStore paths, ProfileStore profiles, HouseSettingStore settings, UserStore users, TimeProvider clock)
{
    private const string Topic = "profile.secretPath";
    private const int MostDays = 3650;

    private static readonly SuggestedCall Lister = new("profile.listSecretPaths", Why: "It lists the secret paths there are.");

    /// <summary>Lists one's own secret paths; administrators get everybody's. The addresses themselves are not shown.</summary>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(ProfilePermissions.SecretPaths, Title = "List secret paths")]
    public async Task<Page<SecretPath>> ListSecretPaths(ProcedureContext context, CancellationToken cancellationToken)
    {
        var all = await paths.ListAsync(OwnOnly(context.Caller), cancellationToken).ConfigureAwait(false);
        return new(all, all.Count);
    }

    /// <summary>Makes an address that serves a tool profile to whoever knows it, in its owner's name, and shows it this once.</summary>
    /// <param name="name">What it is for.</param>
    /// <param name="profile">The tool profile that it serves.</param>
    /// <param name="context">The run.</param>
    /// <param name="readOnly">Whether it may only read.</param>
    /// <param name="days">For how many days it is good; for good when left out.</param>
    /// <param name="user">The user it acts for, by name or id; oneself when left out. Only administrators may name another.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(ProfilePermissions.SecretPaths, Effect.Create, Title = "Create secret path", Page = ToolSettings.Page)]
    public async Task<NewSecretPath> CreateSecretPath(
        [StringLength(64, MinimumLength = 1)] string name,
        [StringLength(40, MinimumLength = 1)] string profile,
        ProcedureContext context,
        bool readOnly = true,
        [Range(1, MostDays)] int? days = null,
        UserRef? user = null,
        CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw ProcedureErrors.InvalidInput("name", "The name is blank. Say what the secret path is for.");
        }

        if (!(await settings.GetAsync(cancellationToken).ConfigureAwait(false)).SecretPaths)
        {
            throw new ProcedureException(new(ProcedureErrorCode.PreconditionFailed, ErrorReason.WrongState,
                "Secret paths are switched off. An administrator can switch them on with settings.update (secretPaths)."));
        }

        var served = await profiles.GetAsync(profile, cancellationToken).ConfigureAwait(false);
        var owner = await users.OwnOrNamedAsync(user, context.Caller, cancellationToken).ConfigureAwait(false);
        var (id, token) = KeyText.New();
        var now = clock.GetStorableNow();
        var path = new SecretPath(id, name.Trim(), owner.Name, served.Name, readOnly, now, days is { } many ? now.AddDays(many) : null, null);
        await paths.AddAsync(path, owner.Id, KeyText.Hash(token), cancellationToken).ConfigureAwait(false);
        context.Changes.Created(Topic, id, path, SecretPathJson.Write);
        return new(path, new($"/api/mcp/s/{id}.{token}"));
    }

    /// <summary>Deletes a secret path: it is refused from the next call on. Administrators may delete everybody's.</summary>
    /// <param name="id">Its id, as profile.listSecretPaths shows it.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(ProfilePermissions.SecretPaths, Effect.Destroy, Title = "Delete secret path")]
    public async Task<SecretPath> DeleteSecretPath([StringLength(8, MinimumLength = 8)] string id, ProcedureContext context, CancellationToken cancellationToken)
    {
        var row = await paths.FindAsync(id, cancellationToken).ConfigureAwait(false);
        if (row is null || (OwnOnly(context.Caller) is { } own && row.OwnerId != own))
        {
            var known = await paths.ListAsync(OwnOnly(context.Caller), cancellationToken).ConfigureAwait(false);
            throw ProcedureErrors.NotFound("secret path", id, known.Select(path => path.Id), Lister);
        }

        var before = row.ToPath();
        await paths.DeleteAsync(id, cancellationToken).ConfigureAwait(false);
        context.Changes.Deleted(Topic, id, before, SecretPathJson.Write);
        return before;
    }

    private static string? OwnOnly(Caller caller) => caller.IsAdministrator ? null : caller.UserId;
}
