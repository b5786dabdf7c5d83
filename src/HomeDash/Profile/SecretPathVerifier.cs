using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>Checks secret paths. Reads the database at each call: one that was deleted or switched off is refused at the next one.</summary>
public sealed class SecretPathVerifier
{
    private readonly HouseWork work;
    private readonly IToolProfiles profiles;
    private readonly KeyUses uses;
    private readonly TimeProvider clock;

    internal SecretPathVerifier(HouseWork work, IToolProfiles profiles, KeyUses uses, TimeProvider clock) =>
        (this.work, this.profiles, this.uses, this.clock) = (work, profiles, uses, clock);

    /// <summary>
    /// Whose secret path this is; null when it is wrong, deleted or expired, its owner disabled, its profile gone, or when
    /// secret paths are switched off.
    /// </summary>
    /// <param name="id">The part before the dot.</param>
    /// <param name="token">The part after the dot.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task<VerifiedKey?> VerifyAsync(string id, string token, CancellationToken cancellationToken)
    {
        var (row, settings) = await work.ReadAsync(async services => (
            await services.GetRequiredService<SecretPathStore>().FindAsync(id, cancellationToken).ConfigureAwait(false),
            await services.GetRequiredService<HouseSettingStore>().GetAsync(cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        if (!KeyText.Matches(token, row?.TokenSha256) || row is null or { OwnerDisabled: true }
            || !settings.SecretPaths || row.ExpiresAt <= clock.GetUtcNow() || profiles.Find(row.Profile) is null)
        {
            return null;
        }

        uses.Note<SecretPathStore>(id);
        return new(row.Id, row.OwnerId, row.Owner, row.ReadOnly) { Profile = row.Profile };
    }
}
