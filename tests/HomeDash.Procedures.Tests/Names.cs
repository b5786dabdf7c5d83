namespace HomeDash.Procedures.Tests;

public sealed class Names
{
    [Theory]
    [InlineData("plx", "plex")]
    [InlineData("PLEX", "plex")]
    [InlineData("plxe", "plex")]
    [InlineData("plex", "plex")]
    [InlineData("sonar", "sonarr")]
    public void The_nearest_name_comes_first(string given, string expected) =>
        Assert.Equal(expected, NearestNames.Of(given, ["sonarr", "plex-server", "plex", "nginx"])[0]);

    [Theory]
    [InlineData("")]
    [InlineData("zzzzzz")]
    public void Nothing_near_is_nothing(string given) => Assert.Empty(NearestNames.Of(given, ["plex", "nginx"]));

    [Fact]
    public void Wire_names_are_the_ones_that_the_standards_use()
    {
        Assert.Equal("INTERNAL_SERVER_ERROR", ProcedureErrorCode.InternalServerError.ToWire());
        Assert.Equal("target_not_found", ErrorReason.TargetNotFound.ToWire());
        Assert.Equal(409, ProcedureErrorCode.Conflict.ToHttpStatus());
    }

    [Fact]
    public void A_secret_does_not_print_itself() => Assert.Equal("(secret)", $"{new Secret("hunter2")}");
}
