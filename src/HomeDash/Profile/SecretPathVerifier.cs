using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>Checks secret paths. One that was deleted, or switched off with all of them, is refused at the next call.</summary>
public sealed class SecretPathVerifier
{
    private readonly HouseWork work;
    private readonly RecentReads recent;
    private readonly IToolProfiles profiles;
    private readonly KeyUses uses;
    private readonly TimeProvider clock;

    internal SecretPathVerifier(HouseWork work, RecentReads recent, IToolProfiles profiles, KeyUses uses, TimeProvider clock) =>
        (this.work, this.recent, this.profiles, this.uses, this.clock) = (work, recent, profiles, uses, clock);

    /// <summary>
    /// Whose secret path this is; null when it is wrong, deleted or expired, its owner disabled, its profile gone, or when
    /// secret paths are switched off.
    /// </summary>
    /// <param name="id">The part before the dot.</param>
    /// <param name="token">The part after the dot.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task<VerifiedKey?> VerifyAsync(string id, string token, CancellationToken cancellationToken)
    {
        var row = await recent.GetAsync(id, () => work.ReadAsync(services => services.GetRequiredService<SecretPathStore>().FindAsync(id, cancellationToken))).ConfigureAwait(false);
        if (!KeyText.Matches(token, row?.TokenSha256) || row is null or { OwnerDisabled: true }
            || row.ExpiresAt <= clock.GetUtcNow() || profiles.Find(row.Profile) is null || !await AllowedAsync(cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        uses.Note<SecretPathStore>(id);
        return new(row.Id, row.OwnerId, row.Owner, row.ReadOnly) { Profile = row.Profile };
    }

    private async ValueTask<bool> AllowedAsync(CancellationToken cancellationToken) =>
        await recent.GetAsync<HouseSettings>("", async () => await work.ReadAsync(services => services.GetRequiredService<HouseSettingStore>().GetAsync(cancellationToken)).ConfigureAwait(false)).ConfigureAwait(false)
            is { SecretPaths: true };
}
