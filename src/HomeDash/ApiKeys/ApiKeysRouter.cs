using System.ComponentModel.DataAnnotations;
using HomeDash.Generated;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>API keys: how programs call HomeDash in a user's name.</summary>
[Router("apiKeys", Noun = "API key")]
internal sealed class ApiKeysRouter(ApiKeyStore keys, UserStore users, TimeProvider clock)
{
    private static readonly SuggestedCall Lister = new("apiKeys.list", Why: "It lists the API keys there are.");

    /// <summary>Lists one's own API keys; administrators get everybody's. The keys themselves are not shown.</summary>
    [Query(ApiKeysPermissions.Own, Title = "List API keys")]
    public async Task<Page<ApiKey>> List(ProcedureContext context, CancellationToken cancellationToken)
    {
        var all = await keys.ListAsync(OwnOnly(context.Caller), cancellationToken).ConfigureAwait(false);
        return new(all, all.Count);
    }

    /// <summary>Makes an API key that may do what its owner may, and shows it this once.</summary>
    /// <param name="name">What the key is for.</param>
    /// <param name="readOnly">Whether it may only read.</param>
    /// <param name="user">The user the key acts for, by name or id; oneself when left out. Only administrators may name another.</param>
    [Mutation(ApiKeysPermissions.Own, Effect.Create, Title = "Create API key", Page = "/tools/api")]
    public async Task<NewApiKey> Create(
        [StringLength(64, MinimumLength = 1)] string name,
        ProcedureContext context,
        bool readOnly = false,
        UserRef? user = null,
        CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw ProcedureErrors.InvalidInput("name", "The name is blank. Say what the key is for.");
        }

        var owner = await users.OwnOrNamedAsync(user, context.Caller, cancellationToken).ConfigureAwait(false);
        var (id, token) = KeyText.New();
        var key = new ApiKey(id, name.Trim(), owner.Name, readOnly, clock.GetStorableNow(), null, null);
        await keys.AddAsync(key, owner.Id, KeyText.Hash(token), cancellationToken).ConfigureAwait(false);
        context.Changes.Created("apiKeys", id, key, ApiKeyJson.Write);
        return new(key, new($"{id}.{token}"));
    }

    /// <summary>Revokes an API key: it is refused from the next call on, and cannot be had back. Administrators may revoke everybody's.</summary>
    /// <param name="id">The key's id, as apiKeys.list shows it.</param>
    [Mutation(ApiKeysPermissions.Own, Effect.Destroy, Idempotent = true, Title = "Revoke API key")]
    public async Task<ApiKey> Revoke([StringLength(8, MinimumLength = 8)] string id, ProcedureContext context, CancellationToken cancellationToken)
    {
        var row = await keys.FindAsync(id, cancellationToken).ConfigureAwait(false);
        if (row is null || (OwnOnly(context.Caller) is { } own && row.OwnerId != own))
        {
            var known = await keys.ListAsync(OwnOnly(context.Caller), cancellationToken).ConfigureAwait(false);
            throw ProcedureErrors.NotFound("API key", id, known.Select(key => key.Id), Lister);
        }

        var before = row.ToKey();
        if (before.RevokedAt is not null)
        {
            return before;
        }

        var after = before with { RevokedAt = clock.GetStorableNow() };
        await keys.RevokeAsync(id, after.RevokedAt.Value, cancellationToken).ConfigureAwait(false);
        context.Changes.Updated("apiKeys", id, before, after, ApiKeyJson.Write);
        return after;
    }

    private static string? OwnOnly(Caller caller) => caller.IsAdministrator ? null : caller.UserId;
}
