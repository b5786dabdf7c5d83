using HomeDash.Generated;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Settings of the house as a whole.</summary>
[Router("settings", Noun = "settings")]
internal sealed class SettingsRouter(HouseSettingStore settings)
{
    private const string Topic = "settings";

    /// <summary>Shows what the house is set to: the board that people see first, whether apps are checked and secret paths open.</summary>
    [Query(SettingsPermissions.Manage)]
    public Task<HouseSettings> Get(CancellationToken cancellationToken) => settings.GetAsync(cancellationToken);

    /// <summary>Changes settings of the house and returns them all. What is left out stays.</summary>
    /// <param name="context">The run.</param>
    /// <param name="homeBoard">The board that people see first who have chosen none.</param>
    /// <param name="checkApps">Whether HomeDash asks again and again whether apps answer.</param>
    /// <param name="secretPaths">Whether AI clients may come in by secret paths.</param>
    /// <param name="clear">Settings to put back to how they were delivered.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(SettingsPermissions.Manage, Effect.Change, Idempotent = true)]
    public async Task<HouseSettings> Update(
        ProcedureContext context,
        [Needs(Access.Use)] BoardRef? homeBoard = null,
        bool? checkApps = null,
        bool? secretPaths = null,
        IReadOnlyList<HouseSetting>? clear = null,
        CancellationToken cancellationToken = default)
    {
        var before = await settings.GetAsync(cancellationToken).ConfigureAwait(false);
        var after = new HouseSettings(homeBoard?.Resolved!.Id ?? before.HomeBoard, checkApps ?? before.CheckApps, secretPaths ?? before.SecretPaths);
        if (clear?.Contains(HouseSetting.HomeBoard) is true)
        {
            after = after with { HomeBoard = null };
        }

        if (clear?.Contains(HouseSetting.CheckApps) is true)
        {
            after = after with { CheckApps = true };
        }

        if (clear?.Contains(HouseSetting.SecretPaths) is true)
        {
            after = after with { SecretPaths = false };
        }

        if (after != before)
        {
            await settings.SetAsync(after, cancellationToken).ConfigureAwait(false);
            context.Changes.Updated(Topic, Topic, before, after, HouseSettingsJson.Write);
        }

        return after;
    }
}
