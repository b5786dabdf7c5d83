using Dapper;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Which board a user sees first: the user's own choice, or else the house's.</summary>
internal sealed class HomeBoards(HouseData data, HouseSettingStore settings)
{
    /// <summary>The id of the caller's home board; null when neither the caller nor the house has one that the caller may see.</summary>
    public async Task<string?> FindAsync(Caller caller, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var own = await connection.ExecuteScalarAsync<string?>(new(
            "SELECT board_id FROM user_homes WHERE user_id = @UserId", new { caller.UserId }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        var house = (await settings.GetAsync(cancellationToken).ConfigureAwait(false)).HomeBoard;
        return new[] { own, house }.FirstOrDefault(id => id is not null && caller.HasAccess(BoardTargets.Of(id, ""), Access.Use));
    }

    /// <summary>Keeps a user's choice.</summary>
    public async Task SetAsync(string userId, string boardId, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            "INSERT INTO user_homes (user_id, board_id) VALUES (@userId, @boardId) ON CONFLICT (user_id) DO UPDATE SET board_id = excluded.board_id",
            new { userId, boardId }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }
}
