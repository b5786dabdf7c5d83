using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>Checks API keys. A revoked key is refused at the next call, or within a second when another process revoked it.</summary>
public sealed class ApiKeyVerifier
{
    private readonly HouseWork work;
    private readonly RecentReads recent;
    private readonly KeyUses uses;

    internal ApiKeyVerifier(HouseWork work, RecentReads recent, KeyUses uses) => (this.work, this.recent, this.uses) = (work, recent, uses);

    /// <summary>Whose key this is; null when it is wrong or revoked, or its owner is disabled.</summary>
    /// <param name="id">The part before the dot.</param>
    /// <param name="token">The part after the dot.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task<VerifiedKey?> VerifyAsync(string id, string token, CancellationToken cancellationToken)
    {
        var row = await recent.GetAsync(id, () => work.ReadAsync(services => services.GetRequiredService<ApiKeyStore>().FindAsync(id, cancellationToken))).ConfigureAwait(false);
        if (!KeyText.Matches(token, row?.TokenSha256) || row is null or { RevokedAt: not null } or { OwnerDisabled: true })
        {
            return null;
        }

        uses.Note(id);
        return new(row.Id, row.OwnerId, row.Owner, row.ReadOnly);
    }
}

/// <summary>A key that is good.</summary>
/// <param name="KeyId">The key's id.</param>
/// <param name="UserId">The id of the user it acts for.</param>
/// <param name="UserName">The name of the user it acts for.</param>
/// <param name="ReadOnly">Whether it may only read.</param>
public sealed record VerifiedKey(string KeyId, string UserId, string UserName, bool ReadOnly);
