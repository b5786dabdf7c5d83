namespace HomeDash.Storage.Tests;

public sealed class PostgreSqlAddressTests
{
    [Fact]
    public void An_address_names_everything_that_a_connection_needs()
    {
        var settings = PostgreSqlConnectionString.Parse("postgresql://me%40home:p%3Ass%2F@db.lan:5433/home%20dash?sslmode=verify-full&Timeout=3");

        Assert.Equal(("db.lan", 5433, "me@home", "p:ss/", "home dash"), (settings.Host, settings.Port, settings.Username, settings.Password, settings.Database));
        Assert.Equal((Npgsql.SslMode.VerifyFull, 3), (settings.SslMode, settings.Timeout));
    }

    [Fact]
    public void What_an_address_leaves_out_keeps_its_default()
    {
        var settings = PostgreSqlConnectionString.Parse("postgres://me@[::1]");

        Assert.Equal(("::1", 5432, "me", null, null), (settings.Host, settings.Port, settings.Username, settings.Password, settings.Database));
    }
}
