using System.Text.Json;
using HomeDash.Integrations;
using HomeDash.Procedures;
using HomeDash.Simulators;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

/// <summary>Stored integrations that cannot be connected: each answers for itself, and takes nothing away from the one that works.</summary>
public sealed class BrokenIntegrationTests() : HouseTests(Dialect.Sqlite, services => services.AddHomeDashIntegrations())
{
    private const string All = """{"integrations":["guard","moved","locked","gone"]}""";
    private const string Both = """{"integrations":["guard","locked"]}""";

    [Fact]
    public async Task A_read_of_all_that_are_named_answers_for_each()
    {
        await using var guard = await ConnectAsync();

        var summary = await House.CallAsync(Caller.House, "dnsHole.summary", All);

        Assert.Equal("guard", Text(Assert.Single(summary.GetProperty("items").EnumerateArray()), "integration"));
        var reports = summary.GetProperty("integrations").EnumerateArray().ToDictionary(report => Text(report, "integration")!);
        Assert.Equal(["guard", "moved", "locked", "gone"], reports.Keys);
        Assert.True(reports["guard"].GetProperty("ok").GetBoolean());
        AssertSaid(reports["moved"], "moved cannot be used as it is stored. url: This is no address of the web.");
        AssertSaid(reports["locked"], "locked cannot be used as it is stored. Its stored credentials cannot be decrypted");
        AssertSaid(reports["gone"], "gone cannot be used as it is stored. There is no kind of integration 'bygone'.");
    }

    [Fact]
    public async Task A_read_that_names_none_reports_those_that_could_have_answered()
    {
        await using var guard = await ConnectAsync();

        var summary = await House.CallAsync(Caller.House, "dnsHole.summary");

        Assert.Equal(["guard", "locked", "moved"], summary.GetProperty("integrations").EnumerateArray().Select(report => Text(report, "integration")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_of_another_kind_is_refused_as_input_even_when_it_is_broken()
    {
        await using var guard = await ConnectAsync();
        await StoreAsync("dash", "dashDot", "nowhere", null);

        var error = await House.FailAsync(Caller.House, "dnsHole.summary", """{"integrations":["guard","dash"]}""");

        Assert.Equal(ErrorReason.InvalidInput, error.Reason);
        Assert.Contains("dash is a Dash., which cannot do this.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_to_several_says_what_became_of_each()
    {
        await using var guard = await ConnectAsync();

        var outcomes = (await House.CallAsync(Caller.House, "dnsHole.disable", Both)).GetProperty("items");

        Assert.True(outcomes[0].GetProperty("ok").GetBoolean());
        Assert.False(guard.Switch.On);
        AssertSaid(outcomes[1], "locked cannot be used as it is stored.");
    }

    [Fact]
    public async Task A_test_says_it_too_and_sends_no_empty_password()
    {
        await using var guard = await ConnectAsync();

        AssertSaid(await House.CallAsync(Caller.House, "integration.test", """{"integration":"locked"}"""), "Its stored credentials cannot be decrypted");
        Assert.Equal(0, guard.Wrong);
        var health = (await House.CallAsync(Caller.House, "integration.get", """{"integration":"moved"}""")).GetProperty("health");
        Assert.Equal("wrong_state", Text(health, "reason"));
    }

    [Fact]
    public async Task Credentials_that_are_entered_again_mend_it()
    {
        await using var guard = await ConnectAsync();

        var renaming = await House.FailAsync(Caller.House, "integration.update", """{"integration":"locked","name":"cellar"}""");
        Assert.Equal(["username", "password"], renaming.Problems.Select(problem => problem.Path));
        await House.CallAsync(Caller.House, "integration.update", $$"""{"integration":"locked","username":"admin","password":"{{guard.Password}}"}""");

        var reports = (await House.CallAsync(Caller.House, "dnsHole.summary", Both)).GetProperty("integrations");
        Assert.All(reports.EnumerateArray(), report => Assert.True(report.GetProperty("ok").GetBoolean()));
    }

    private async Task<AdGuardHomeSimulator> ConnectAsync()
    {
        var guard = await AdGuardHomeSimulator.StartAsync();
        await House.CallAsync(
            Caller.House, "integration.create", $$"""{"kind":"adGuardHome","name":"guard","url":"{{guard.Url}}","username":"admin","password":"{{guard.Password}}"}""");
        await StoreAsync("moved", "adGuardHome", "nowhere", null);
        await StoreAsync("locked", "adGuardHome", guard.Url.ToString(), "sealed with keys that are lost");
        await StoreAsync("gone", "bygone", "http://nas:1234", null);
        return guard;
    }

    private async Task StoreAsync(string name, string kind, string url, string? credentials)
    {
        await House.ExecuteAsync(
            "INSERT INTO integrations (id, name, kind, url, credentials, origin, created_at) VALUES (@id, @name, @kind, @url, @credentials, 'user', @at)",
            new { id = $"{name}-id", name, kind, url, credentials, at = House.Clock.GetUtcNow().AddSeconds(1) });
        await House.Services.GetRequiredService<IntegrationLoader>().LoadAsync();
    }

    private static void AssertSaid(JsonElement report, string words)
    {
        Assert.False(report.GetProperty("ok").GetBoolean());
        Assert.Equal("wrong_state", Text(report, "reason"));
        Assert.StartsWith(words, Text(report, "message"), StringComparison.Ordinal);
    }
}
