using Dapper;

namespace HomeDash;

/// <summary>The house_settings table: one row for each setting that is not as it was delivered.</summary>
internal sealed class HouseSettingStore(HouseData data)
{
    private const string HomeBoard = "homeBoard";
    private const string CheckApps = "checkApps";
    private const string SecretPaths = "secretPaths";

    public async Task<HouseSettings> GetAsync(CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var rows = (await connection.QueryAsync<(string Name, string Value)>(new("SELECT name, value FROM house_settings", cancellationToken: cancellationToken)).ConfigureAwait(false))
            .ToDictionary(row => row.Name, row => row.Value);
        return new(rows.GetValueOrDefault(HomeBoard), rows.GetValueOrDefault(CheckApps) != bool.FalseString, rows.GetValueOrDefault(SecretPaths) == bool.TrueString);
    }

    public async Task SetAsync(HouseSettings settings, CancellationToken cancellationToken)
    {
        await SetAsync(HomeBoard, settings.HomeBoard, cancellationToken).ConfigureAwait(false);
        await SetAsync(CheckApps, settings.CheckApps ? null : bool.FalseString, cancellationToken).ConfigureAwait(false);
        await SetAsync(SecretPaths, settings.SecretPaths ? bool.TrueString : null, cancellationToken).ConfigureAwait(false);
    }

    private async Task SetAsync(string name, string? value, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            value is null
                ? "DELETE FROM house_settings WHERE name = @name"
                : "INSERT INTO house_settings (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            new { name, value }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }
}
