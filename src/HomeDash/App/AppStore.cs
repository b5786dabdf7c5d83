using Dapper;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The apps table.</summary>
internal sealed class AppStore(HouseData data)
{
    private const string Columns = "id, name, description, icon_url, href, ping_url, created_at, updated_at";

    /// <summary>One page in the order of the names.</summary>
    public async Task<Page<App>> ListAsync(string? cursor, int limit, CancellationToken cancellationToken)
    {
        var after = Cursor.Parse(cursor);
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var rows = (await connection.QueryAsync<App>(new(
            $"SELECT {Columns} FROM apps WHERE (name_key, id) > (@Key, @Id) ORDER BY name_key, id LIMIT @Take",
            new { after.Key, after.Id, Take = limit + 1 }, cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList();
        var total = await connection.ExecuteScalarAsync<long>(new("SELECT COUNT(*) FROM apps", cancellationToken: cancellationToken)).ConfigureAwait(false);
        var items = rows.Take(limit).ToList();
        return new(items, total, rows.Count > limit ? new Cursor(Fold(items[^1].Name), items[^1].Id).ToString() : null);
    }

    /// <summary>The apps with a text in name, description or link, in the order of the names.</summary>
    public async Task<IReadOnlyList<App>> SearchAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var pattern = $"%{Fold(text).Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return (await connection.QueryAsync<App>(new(
            $"""
            SELECT {Columns} FROM apps
            WHERE name_key LIKE @pattern ESCAPE '\' OR LOWER(description) LIKE @pattern ESCAPE '\' OR LOWER(href) LIKE @pattern ESCAPE '\'
            ORDER BY name_key, id LIMIT @limit
            """,
            new { pattern, limit }, cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList();
    }

    /// <summary>Every app, in the order of the names.</summary>
    public async Task<IReadOnlyList<App>> AllAsync(CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return (await connection.QueryAsync<App>(new($"SELECT {Columns} FROM apps ORDER BY name_key, id", cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList();
    }

    /// <summary>Every app's id and name.</summary>
    public async Task<IReadOnlyList<(string Id, string Name)>> AllNamesAsync(CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return (await connection.QueryAsync<(string Id, string Name)>(new("SELECT id, name FROM apps ORDER BY name_key, id", cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList();
    }

    /// <summary>The app with this id.</summary>
    /// <exception cref="ProcedureException">It was deleted in the meantime.</exception>
    public async Task<App> GetAsync(string id, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await connection.QuerySingleOrDefaultAsync<App>(new($"SELECT {Columns} FROM apps WHERE id = @id", new { id }, cancellationToken: cancellationToken)).ConfigureAwait(false)
            ?? throw ProcedureErrors.NotFound("app", id, [], new("app.list", Why: "It lists the apps there are."));
    }

    public Task AddAsync(App app, CancellationToken cancellationToken) => WriteAsync(
        """
        INSERT INTO apps (id, name, name_key, description, icon_url, href, ping_url, created_at, updated_at)
        VALUES (@Id, @Name, @NameKey, @Description, @IconUrl, @Href, @PingUrl, @CreatedAt, @UpdatedAt)
        """,
        app, cancellationToken);

    public Task UpdateAsync(App app, CancellationToken cancellationToken) => WriteAsync(
        """
        UPDATE apps SET name = @Name, name_key = @NameKey, description = @Description, icon_url = @IconUrl, href = @Href, ping_url = @PingUrl, updated_at = @UpdatedAt
        WHERE id = @Id
        """,
        app, cancellationToken);

    public Task DeleteAsync(App app, CancellationToken cancellationToken) => WriteAsync("DELETE FROM apps WHERE id = @Id", app, cancellationToken);

    private async Task WriteAsync(string sql, App app, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            sql,
            new { app.Id, app.Name, NameKey = Fold(app.Name), app.Description, app.IconUrl, app.Href, app.PingUrl, app.CreatedAt, app.UpdatedAt },
            cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    private static string Fold(string name) => name.ToLowerInvariant();
}
