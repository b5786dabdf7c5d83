namespace HomeDash.Storage.Tests;

/// <summary>Values come back as they went in, whichever engine keeps them.</summary>
public abstract class MappingTests(Dialect dialect) : DatabaseTests(dialect)
{
    private const string Table =
        """
        CREATE TABLE parcel (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, count INTEGER NOT NULL, size BIGINT NOT NULL, load DOUBLE PRECISION NOT NULL,
            fragile BOOLEAN NOT NULL, picture BYTEA NOT NULL, tracking TEXT NOT NULL, sent_at BIGINT NOT NULL, colour TEXT NOT NULL,
            note TEXT, weight INTEGER, worth BIGINT, height DOUBLE PRECISION, insured BOOLEAN, label BYTEA, sender TEXT, arrived_at BIGINT, lining TEXT
        )
        """;

    private const string Insert =
        """
        INSERT INTO parcel VALUES (
            @Id, @Name, @Count, @Size, @Load, @Fragile, @Picture, @Tracking, @SentAt, @Colour,
            @Note, @Weight, @Worth, @Height, @Insured, @Label, @Sender, @ArrivedAt, @Lining)
        """;

    private static readonly Parcel Full = new(
        "a", "Größe 東京 \U0001F4E6", int.MinValue, long.MaxValue, Math.PI, true, [0, 255, 7], Guid.Parse("0f0e0d0c-0b0a-0908-0706-050403020100"),
        DateTimeOffset.Parse("2026-02-03T04:05:06.789+02:00"), Colour.Blue,
        "it's", 3, 1L << 40, 0.1, false, [1], Guid.Parse("00000000-0000-0000-0000-000000000001"), DateTimeOffset.UnixEpoch, Colour.Red);

    private static readonly Parcel Bare = Full with
    {
        Id = "A", Note = null, Weight = null, Worth = null, Height = null, Insured = null, Label = null, Sender = null, ArrivedAt = null, Lining = null,
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await WriteAsync(Table);
    }

    [Fact]
    public async Task Every_mapped_type_makes_the_round_trip_and_nulls_stay_null()
    {
        await WriteAsync(Insert, Values(Bare));
        await WriteAsync(Insert, Values(Full));

        // The row with the nulls comes first: what a column holds there must not decide how the next row is read.
        var rows = await ReadAllAsync<Parcel>("SELECT * FROM parcel ORDER BY size, weight IS NOT NULL");

        Assert.Equivalent(Bare, rows[0], strict: true);
        Assert.Equivalent(Full, rows[1], strict: true);
    }

    [Fact]
    public async Task A_row_is_read_into_init_properties_too()
    {
        await WriteAsync(Insert, Values(Full));

        var row = await ReadAsync<Brief>("SELECT id, count, fragile, sent_at, colour, lining FROM parcel");

        Assert.Equal(new Brief { Id = "a", Count = int.MinValue, Fragile = true, SentAt = Full.SentAt, Colour = Colour.Blue, Lining = Colour.Red }, row);
    }

    [Fact]
    public async Task Times_are_read_in_utc()
    {
        await WriteAsync(Insert, Values(Full));

        Assert.Equal(TimeSpan.Zero, (await ReadAsync<DateTimeOffset>("SELECT sent_at FROM parcel")).Offset);
    }

    [Fact]
    public async Task Values_are_found_by_the_values_they_were_written_with()
    {
        await WriteAsync(Insert, Values(Full));

        var found = await ReadAsync<long>(
            "SELECT COUNT(*) FROM parcel WHERE tracking = @Tracking AND sent_at = @SentAt AND fragile = @Fragile AND picture = @Picture AND load = @Load",
            Values(Full));

        Assert.Equal(1, found);
    }

    [Fact]
    public async Task Counts_and_sums_are_whole_numbers()
    {
        await WriteAsync(Insert, Values(Full));
        await WriteAsync(Insert, Values(Bare));

        Assert.Equal(2, await ReadAsync<int>("SELECT COUNT(*) FROM parcel"));
        Assert.Equal(1L << 40, await ReadAsync<long>("SELECT SUM(worth) FROM parcel"));
        Assert.Equal(new Totals(2, 1L << 40), await ReadAsync<Totals>("SELECT COUNT(*) AS parcels, SUM(worth) AS worth FROM parcel"));
    }

    [Fact]
    public async Task Rows_are_changed_and_deleted()
    {
        await WriteAsync(Insert, Values(Full));
        await WriteAsync("UPDATE parcel SET name = @name, insured = @insured WHERE id = @Id", new { name = "small", insured = (bool?)null, Full.Id });

        Assert.Equal(("small", null), await ReadAsync<(string, bool?)>("SELECT name, insured FROM parcel"));

        await WriteAsync("DELETE FROM parcel WHERE id = @Id", new { Full.Id });

        Assert.Empty(await ReadAllAsync<string>("SELECT id FROM parcel"));
    }

    [Fact]
    public async Task A_search_without_regard_to_case_takes_wildcards_literally()
    {
        await WriteAsync(Insert, Values(Full with { Id = "1", Name = "100% Wool" }));
        await WriteAsync(Insert, Values(Full with { Id = "2", Name = "100 Wools" }));

        Assert.Equal(["1"], await ReadAllAsync<string>(@"SELECT id FROM parcel WHERE lower(name) LIKE @pattern ESCAPE '\'", new { pattern = @"%0\% wo%" }));
    }

    private static object Values(Parcel parcel) => new
    {
        parcel.Id, parcel.Name, parcel.Count, parcel.Size, parcel.Load, parcel.Fragile, parcel.Picture, parcel.Tracking, parcel.SentAt,
        Colour = parcel.Colour.ToString(),
        parcel.Note, parcel.Weight, parcel.Worth, parcel.Height, parcel.Insured, parcel.Label, parcel.Sender, parcel.ArrivedAt,
        Lining = parcel.Lining?.ToString(),
    };

    public enum Colour
    {
        Red,
        Blue,
    }

    private sealed record Parcel(
        string Id, string Name, int Count, long Size, double Load, bool Fragile, byte[] Picture, Guid Tracking, DateTimeOffset SentAt, Colour Colour,
        string? Note, int? Weight, long? Worth, double? Height, bool? Insured, byte[]? Label, Guid? Sender, DateTimeOffset? ArrivedAt, Colour? Lining);

    private sealed record Brief
    {
        public required string Id { get; init; }
        public required int Count { get; init; }
        public required bool Fragile { get; init; }
        public required DateTimeOffset SentAt { get; init; }
        public required Colour Colour { get; init; }
        public Colour? Lining { get; init; }
    }

    private sealed record Totals(int Parcels, long Worth);

    public sealed class OnSqlite() : MappingTests(Dialect.Sqlite);

    public sealed class OnPostgreSql() : MappingTests(Dialect.PostgreSql);
}
