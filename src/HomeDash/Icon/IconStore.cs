using Dapper;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>The icon_uploads table.</summary>
internal sealed class IconStore(HouseData data)
{
    private const string Columns = "id, name, media_type, size_bytes, created_at";

    /// <summary>All uploads, in the order of their names.</summary>
    public async Task<IReadOnlyList<UploadedIcon>> AllAsync(CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var rows = await connection.QueryAsync<Row>(new($"SELECT {Columns} FROM icon_uploads ORDER BY name_key", cancellationToken: cancellationToken)).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToIcon())];
    }

    /// <summary>A picture and what kind it is; null when there is none with this id.</summary>
    public async Task<(string MediaType, byte[] Content)?> ContentAsync(string id, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var row = await connection.QuerySingleOrDefaultAsync<ContentRow>(new("SELECT media_type, content FROM icon_uploads WHERE id = @id", new { id }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return row is null ? null : (row.MediaType, row.Content);
    }

    /// <exception cref="ProcedureException">One is called that already.</exception>
    public async Task AddAsync(UploadedIcon icon, byte[] content, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var added = await connection.ExecuteAsync(new(
            """
            INSERT INTO icon_uploads (id, name, name_key, media_type, size_bytes, content, created_at)
            VALUES (@Id, @Name, @key, @MediaType, @SizeBytes, @content, @CreatedAt) ON CONFLICT (name_key) DO NOTHING
            """,
            new { icon.Id, icon.Name, key = icon.Name.ToLowerInvariant(), icon.MediaType, icon.SizeBytes, content, icon.CreatedAt }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        if (added == 0)
        {
            throw ProcedureErrors.AlreadyExists($"There is an uploaded icon called '{icon.Name}' already. Choose another name, or delete that one first.");
        }
    }

    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new("DELETE FROM icon_uploads WHERE id = @id", new { id }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    private sealed record Row(string Id, string Name, string MediaType, int SizeBytes, DateTimeOffset CreatedAt)
    {
        public UploadedIcon ToIcon() => new(Id, Name, UrlOf(Id, MediaType), MediaType, SizeBytes, CreatedAt);
    }

    /// <summary>Where an upload is served.</summary>
    public static string UrlOf(string id, string mediaType) => $"/icons/{IconRouter.Uploads}/{id}.{IconFile.EndingOf(mediaType)}";

    private sealed record ContentRow(string MediaType, byte[] Content);
}
