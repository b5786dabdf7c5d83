using Dapper;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The tool_switches table: one row for each tool that is not as it was delivered.</summary>
internal sealed class SwitchStore(HouseData data)
{
    public async Task<IReadOnlyList<ToolSwitch>> AllAsync(CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return [.. (await connection.QueryAsync<Row>(new("SELECT path, is_off, description FROM tool_switches ORDER BY path", cancellationToken: cancellationToken)).ConfigureAwait(false))
            .Select(row => new ToolSwitch(row.Path, row.IsOff, row.Description))];
    }

    /// <summary>Keeps what is set on a tool; nothing for one that is as it was delivered.</summary>
    public async Task SetAsync(ToolSwitch set, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            set is { Off: false, Description: null }
                ? "DELETE FROM tool_switches WHERE path = @Path"
                : """
                  INSERT INTO tool_switches (path, is_off, description) VALUES (@Path, @Off, @Description)
                  ON CONFLICT (path) DO UPDATE SET is_off = excluded.is_off, description = excluded.description
                  """,
            new { set.Path, set.Off, set.Description }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    private sealed record Row(string Path, bool IsOff, string? Description);
}
