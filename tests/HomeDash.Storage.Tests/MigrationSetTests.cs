namespace HomeDash.Storage.Tests;

public sealed class MigrationSetTests
{
    [Fact]
    public void A_gap_in_the_numbers_is_refused() =>
        Assert.Equal("The migrations of 'room' go from 1 to 3. Number them without gaps, from 1.", Refusal(1, 3));

    [Fact]
    public void Numbers_start_at_one() =>
        Assert.Equal("The migrations of 'room' go from 0 to 2. Number them without gaps, from 1.", Refusal(2));

    [Fact]
    public void A_number_twice_is_refused() =>
        Assert.Equal("The migrations of 'room' hold number 2 twice. Give the newer one the next number.", Refusal(1, 2, 2, 3));

    [Fact]
    public void An_assembly_without_migrations_is_refused() =>
        Assert.Equal(
            "HomeDash.Storage embeds no Migrations/*.sql.",
            Assert.Throws<MigrationException>(() => MigrationSet.FromAssembly("room", typeof(Database).Assembly)).Message);

    private static string Refusal(params int[] numbers) =>
        Assert.Throws<MigrationException>(() => new MigrationSet("room", numbers.Select(number => new Migration(number, "name", "SELECT 1")))).Message;
}
