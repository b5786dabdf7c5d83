using HomeDash.Integrations;
using HomeDash.Procedures;
using HomeDash.Simulators;
using HomeDash.Storage;

namespace HomeDash.Tests;

/// <summary>A service that refuses its password, until it is right again: AdGuard Home, which locks out who sends five wrong ones.</summary>
public sealed class RefusedCredentialsTests() : HouseTests(Dialect.Sqlite, services => services.AddHomeDashIntegrations())
{
    private const string Right = "secret-of-guard";

    private static readonly string Connected = """{"integration":"guard"}""";

    [Fact]
    public async Task It_is_asked_once_until_a_person_tests_it()
    {
        await using var guard = await ConnectAsync();
        guard.Password = "another";

        for (var read = 0; read < 5; read++)
        {
            Assert.Equal("credentials_refused", await ReasonAsync());
        }

        Assert.Equal(1, guard.Wrong);
        Assert.False((await House.CallAsync(Caller.House, "integration.test", Connected)).GetProperty("ok").GetBoolean());
        Assert.Equal(2, guard.Wrong);

        guard.Password = Right;
        Assert.Equal("credentials_refused", await ReasonAsync());
        Assert.True((await House.CallAsync(Caller.House, "integration.test", Connected)).GetProperty("ok").GetBoolean());
        Assert.Null(await ReasonAsync());
    }

    [Fact]
    public async Task It_serves_again_once_its_password_is_entered_again()
    {
        await using var guard = await ConnectAsync();
        guard.Password = "another";
        Assert.Equal("credentials_refused", await ReasonAsync());

        Assert.Equal(
            ErrorReason.CredentialsRefused,
            (await House.FailAsync(Caller.House, "integration.update", $$"""{"integration":"guard","password":"{{Right}}"}""")).Reason);
        guard.Password = Right;
        await House.CallAsync(Caller.House, "integration.update", $$"""{"integration":"guard","password":"{{Right}}"}""");

        Assert.Null(await ReasonAsync());
    }

    [Fact]
    public async Task It_serves_again_by_itself_when_it_was_only_starting()
    {
        await using var guard = await ConnectAsync();
        guard.Password = "another";
        Assert.Equal("credentials_refused", await ReasonAsync());
        guard.Password = Right;

        House.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Null(await ReasonAsync());
    }

    private async Task<AdGuardHomeSimulator> ConnectAsync()
    {
        var guard = await AdGuardHomeSimulator.StartAsync();
        guard.Password = Right;
        await House.CallAsync(Caller.House, "integration.create", $$"""{"kind":"adGuardHome","name":"guard","url":"{{guard.Url}}","username":"admin","password":"{{Right}}"}""");
        return guard;
    }

    /// <summary>Why it does not answer now; null when it does.</summary>
    private async Task<string?> ReasonAsync()
    {
        House.Clock.Advance(TimeSpan.FromSeconds(5));
        return Text((await House.CallAsync(Caller.House, "dnsHole.summary")).GetProperty("integrations")[0], "reason");
    }
}
