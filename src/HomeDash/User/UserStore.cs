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

    /// <summary>The user with this id.</summary>
    /// <exception cref="ProcedureException">The user was deleted in the meantime.</exception>
    public async Task<User> GetAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken).ConfigureAwait(false)
        ?? throw ProcedureErrors.NotFound(UserRef.Noun, id, [], new("user.list", Why: "It lists the users there are."));

    /// <summary>The named user, or the caller's own when none is named.</summary>
    /// <exception cref="ProcedureException">The caller is no user and names none.</exception>
    public Task<User> OwnOrNamedAsync(UserRef? user, Caller caller, CancellationToken cancellationToken) =>
        user is null && caller.UserId.Length == 0
            ? throw ProcedureErrors.InvalidInput("user", "Say which user, by name.")
            : GetAsync(user?.Resolved!.Id ?? caller.UserId, cancellationToken);

    /// <summary>Makes sure that somebody is left who can put everything right again.</summary>
    /// <param name="gone">Who is to be an administrator no longer.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ProcedureException">No administrator can sign in any more.</exception>
    public async Task RequireAdministratorAsync(string gone, CancellationToken cancellationToken)
    {
        if (!(await AllAsync(cancellationToken).ConfigureAwait(false)).Any(left => left is { Administrator: true, Disabled: false }))
        {
            throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState,
                $"Without {gone} no administrator could sign in. Make somebody else an administrator first."));
        }
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

    /// <summary>Deletes a user; passwords, API keys, memberships and grants go along by their foreign keys.</summary>
    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new("DELETE FROM users WHERE id = @id", new { id }, cancellationToken: cancellationToken)).ConfigureAwait(false);
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
