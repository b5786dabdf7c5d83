using System.Globalization;
using Dapper;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The tables of boards: the boards themselves. What is on them is kept by <see cref="BoardItemStore"/>.</summary>
internal sealed class BoardStore(HouseData data, TimeProvider clock)
{
    private const string Columns =
        "boards.id, boards.name, description, is_public, accent, background, wide_columns, narrow_columns, revision, boards.created_at, updated_at";

    /// <summary>Every board's id and name, in the order of the names.</summary>
    public async Task<IReadOnlyList<(string Id, string Name)>> AllNamesAsync(CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return (await connection.QueryAsync<(string Id, string Name)>(new("SELECT id, name FROM boards ORDER BY name_key, id", cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList();
    }

    /// <summary>Every board with what lists show of it, in the order of the names.</summary>
    public async Task<IReadOnlyList<BoardLine>> AllAsync(CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return (await connection.QueryAsync<BoardLine>(new(
            """
            SELECT boards.id, boards.name, is_public, revision, updated_at, description, users.name AS created_by,
              (SELECT COUNT(*) FROM board_items JOIN board_sections ON board_sections.id = section_id WHERE board_id = boards.id) AS items
            FROM boards LEFT JOIN users ON users.id = created_by
            ORDER BY boards.name_key, boards.id
            """,
            cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList();
    }

    /// <summary>A board's own row.</summary>
    /// <exception cref="ProcedureException">It was deleted in the meantime.</exception>
    public async Task<BoardRow> GetAsync(string id, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await connection.QuerySingleOrDefaultAsync<BoardRow>(new($"SELECT {Columns} FROM boards WHERE id = @id", new { id }, cancellationToken: cancellationToken)).ConfigureAwait(false)
            ?? throw Gone(id);
    }

    /// <summary>Begins a change: counts it, and keeps others out until it is over.</summary>
    /// <param name="id">Which board.</param>
    /// <param name="revision">The revision that the caller has seen; null for whatever it is.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ProcedureException">Somebody else has changed it since, or deleted it.</exception>
    public async Task BeginChangeAsync(string id, long? revision, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var seen = revision is null ? "" : " AND revision = @revision";
        var changed = await connection.ExecuteAsync(new(
            $"UPDATE boards SET revision = revision + 1, updated_at = @now WHERE id = @id{seen}",
            new { id, revision, now = clock.GetStorableNow() }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        if (changed == 0)
        {
            var board = await GetAsync(id, cancellationToken).ConfigureAwait(false);
            throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState, string.Create(CultureInfo.InvariantCulture,
                $"The board '{board.Name}' was changed by somebody else: it is at revision {board.Revision}, and you have seen {revision}. Nothing was changed. Read it again and repeat what you want."))
            {
                Next = new("board.get", $$"""{"board":"{{board.Id}}"}""", "It shows the board as it is now."),
            });
        }
    }

    /// <exception cref="ProcedureException">Another one is called that.</exception>
    public async Task AddAsync(BoardRow board, string? createdBy, CancellationToken cancellationToken)
    {
        await RefuseTakenNameAsync(board, cancellationToken).ConfigureAwait(false);
        await WriteAsync(
            """
            INSERT INTO boards (id, name, name_key, description, is_public, accent, background, wide_columns, narrow_columns, revision, created_by, created_at, updated_at)
            VALUES (@Id, @Name, @NameKey, @Description, @IsPublic, @Accent, @Background, @WideColumns, @NarrowColumns, @Revision, @createdBy, @CreatedAt, @UpdatedAt)
            """,
            board, createdBy, cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="ProcedureException">Another one is called that.</exception>
    public async Task UpdateAsync(BoardRow board, CancellationToken cancellationToken)
    {
        await RefuseTakenNameAsync(board, cancellationToken).ConfigureAwait(false);
        await WriteAsync(
            """
            UPDATE boards SET name = @Name, name_key = @NameKey, description = @Description, is_public = @IsPublic, accent = @Accent, background = @Background,
              wide_columns = @WideColumns, narrow_columns = @NarrowColumns
            WHERE id = @Id
            """,
            board, null, cancellationToken).ConfigureAwait(false);
    }

    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new("DELETE FROM boards WHERE id = @id", new { id }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    private async Task WriteAsync(string sql, BoardRow board, string? createdBy, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            sql,
            new
            {
                board.Id,
                board.Name,
                NameKey = Fold(board.Name),
                board.Description,
                board.IsPublic,
                board.Accent,
                board.Background,
                board.WideColumns,
                board.NarrowColumns,
                board.Revision,
                createdBy,
                board.CreatedAt,
                board.UpdatedAt,
            },
            cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    private async Task RefuseTakenNameAsync(BoardRow board, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var taken = await connection.ExecuteScalarAsync<long>(new(
            "SELECT COUNT(*) FROM boards WHERE name_key = @key AND id <> @Id", new { key = Fold(board.Name), board.Id }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        if (taken > 0)
        {
            throw ProcedureErrors.AlreadyExists($"There is a board called '{board.Name}' already. Choose another name.");
        }
    }

    private static ProcedureException Gone(string id) => ProcedureErrors.NotFound(BoardRef.Noun, id, [], new("board.list", Why: "It lists the boards there are."));

    private static string Fold(string name) => name.ToLowerInvariant();
}

/// <summary>A board's own row.</summary>
internal sealed record BoardRow(
    string Id,
    string Name,
    string? Description,
    bool IsPublic,
    string? Accent,
    string? Background,
    int WideColumns,
    int NarrowColumns,
    long Revision,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>What lists show of a board, whoever looks.</summary>
internal sealed record BoardLine(string Id, string Name, bool IsPublic, long Revision, DateTimeOffset UpdatedAt, string? Description, string? CreatedBy, long Items);
