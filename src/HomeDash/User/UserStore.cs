using System.Data.Common;
using Dapper;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The users table, with who is an administrator.</summary>
internal sealed class UserStore(HouseData data)
{
    private const string Users =
        """
        SELECT id, name,
          EXISTS (SELECT 1 FROM group_members WHERE group_id = 'administrators' AND user_id = users.id) AS administrator,
          disabled, created_at
        FROM users
        """;

    public async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await connection.ExecuteScalarAsync<bool>(new("SELECT EXISTS (SELECT 1 FROM users)", cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<User>> AllAsync(CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return (await connection.QueryAsync<User>(new($"{Users} ORDER BY name_key", cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList();
    }

    public Task<User?> FindAsync(string id, CancellationToken cancellationToken) => OneAsync("id = @value", id, cancellationToken);

    public Task<User?> FindByNameAsync(string name, CancellationToken cancellationToken) => OneAsync("name_key = @value", UserRules.Fold(name), cancellationToken);

    /// <exception cref="ProcedureException">Nobody is called that.</exception>
    public async Task<User> GetByNameAsync(string name, CancellationToken cancellationToken) =>
        await FindByNameAsync(name, cancellationToken).ConfigureAwait(false)
        ?? throw ProcedureErrors.NotFound("user", name, (await AllAsync(cancellationToken).ConfigureAwait(false)).Select(user => user.Name), new("user.list", Why: "It lists the users there are."));

    /// <summary>The caller's own user when no name is given, or the named one, which only administrators may ask for.</summary>
    /// <exception cref="ProcedureException">The caller is no user and names none, may not name another, or names nobody.</exception>
    public async Task<User> OwnOrNamedAsync(string? name, Caller caller, CancellationToken cancellationToken)
    {
        var own = await FindAsync(caller.UserId, cancellationToken).ConfigureAwait(false);
        if (name is null)
        {
            return own ?? throw ProcedureErrors.InvalidInput("user", "Say which user, by name.");
        }

        return own is not null && UserRules.Fold(name) == UserRules.Fold(own.Name) ? own
            : caller.IsAdministrator ? await GetByNameAsync(name, cancellationToken).ConfigureAwait(false)
            : throw ProcedureErrors.NotAllowed("Only administrators may do this for another user.");
    }

    /// <exception cref="ProcedureException">Somebody is called that already.</exception>
    public async Task AddAsync(User user, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var added = await connection.ExecuteAsync(new(
            "INSERT INTO users (id, name, name_key, created_at) VALUES (@Id, @Name, @NameKey, @CreatedAt) ON CONFLICT (name_key) DO NOTHING",
            new { user.Id, user.Name, NameKey = UserRules.Fold(user.Name), user.CreatedAt }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        if (added == 0)
        {
            throw ProcedureErrors.AlreadyExists($"There is a user called '{user.Name}' already. Choose another name.");
        }

        await SetAdministratorAsync(connection, user, cancellationToken).ConfigureAwait(false);
    }

    public async Task UpdateAsync(User user, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new("UPDATE users SET disabled = @Disabled WHERE id = @Id", new { user.Id, user.Disabled }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        await SetAdministratorAsync(connection, user, cancellationToken).ConfigureAwait(false);
    }

    private async Task<User?> OneAsync(string condition, string value, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await connection.QuerySingleOrDefaultAsync<User>(new($"{Users} WHERE {condition}", new { value }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    private static Task<int> SetAdministratorAsync(DbConnection connection, User user, CancellationToken cancellationToken) => connection.ExecuteAsync(new(
        user.Administrator
            ? "INSERT INTO group_members (group_id, user_id) VALUES ('administrators', @Id) ON CONFLICT DO NOTHING"
            : "DELETE FROM group_members WHERE group_id = 'administrators' AND user_id = @Id",
        new { user.Id }, cancellationToken: cancellationToken));
}
