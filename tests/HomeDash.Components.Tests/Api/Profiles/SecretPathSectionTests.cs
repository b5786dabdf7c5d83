using Bunit;
using HomeDash.Components.Api;

namespace HomeDash.Components.Tests.Api;

public sealed class SecretPathSectionTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task They_are_off_until_somebody_switches_them_on()
    {
        var tab = Render<McpTab>();
        tab.WaitForState(() => tab.Markup.Contains("Secret paths are switched off", StringComparison.Ordinal), Patience);

        await PressAsync(tab, "Allow secret paths");

        tab.WaitForAssertion(() => Assert.DoesNotContain("Secret paths are switched off", tab.Markup), Patience);
        Assert.True((await Caller.Settings.GetAsync(Cancellation)).SecretPaths);
    }

    [Fact]
    public async Task A_new_one_is_shown_once_and_filled_into_the_set_up_of_home_assistant()
    {
        await Caller.Settings.UpdateAsync(secretPaths: true, cancellationToken: Cancellation);
        var dialogs = Dialogs();
        var tab = Render<McpTab>();
        tab.WaitForState(() => tab.FindAll(".profiles li").Count > 0, Patience);
        tab.WaitForState(() => tab.Markup.Contains("No secret paths", StringComparison.Ordinal), Patience);

        var making = PressAsync(tab, "New secret path");
        dialogs.WaitForElement("input.input", Patience).Input("Kitchen");
        await dialogs.Find("form").SubmitAsync();
        var address = dialogs.WaitForElement(".copy-box code", Patience).TextContent;
        await PressAsync(dialogs, "Done");
        await making;

        Assert.Matches("^http://localhost/api/mcp/s/[0-9a-f]{8}\\.[0-9a-f]{48}$", address);
        var kept = Assert.Single((await Caller.Profile.ListSecretPathsAsync(Cancellation)).Items);
        Assert.Equal(("Kitchen", "home-assistant", true), (kept.Name, kept.Profile, kept.ReadOnly));
        tab.WaitForAssertion(() => Assert.Contains("Kitchen", tab.Find(".paths").TextContent), Patience);
        Assert.DoesNotContain(address, tab.Markup);
        tab.Find("#client-home-assistant").Click();
        Assert.Contains(address, tab.Find("#client-steps pre").TextContent);
    }

    [Fact]
    public async Task One_is_deleted_after_a_question()
    {
        await Caller.Settings.UpdateAsync(secretPaths: true, cancellationToken: Cancellation);
        await Caller.Profile.CreateSecretPathAsync("Kitchen", "mcp", days: 30, cancellationToken: Cancellation);
        var dialogs = Dialogs();
        var tab = Render<McpTab>();
        tab.WaitForAssertion(() => Assert.Contains("Good for", tab.Find(".paths").TextContent), Patience);

        var deleting = PressAsync(tab, "Delete secret path Kitchen");
        await PressAsync(dialogs, "Delete secret path");
        await deleting;

        Assert.Empty((await Caller.Profile.ListSecretPathsAsync(Cancellation)).Items);
    }
}
