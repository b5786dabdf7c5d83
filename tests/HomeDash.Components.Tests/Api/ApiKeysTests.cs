using Bunit;
using HomeDash.Components.Api;

namespace HomeDash.Components.Tests.Api;

public sealed class ApiKeysTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void Without_keys_the_page_says_what_they_are_for()
    {
        var tab = Render<AuthenticationTab>();

        tab.WaitForAssertion(() => Assert.Contains("No API keys yet", tab.Markup), Patience);
    }

    [Fact]
    public async Task Keys_are_listed_with_owner_rights_and_use()
    {
        await Caller.ApiKeys.CreateAsync("Grafana", readOnly: true, cancellationToken: Cancellation);

        var row = Row(Render<AuthenticationTab>());

        Assert.Contains("Grafana", row);
        Assert.Contains("tilda", row);
        Assert.Contains("Read only", row);
        Assert.Contains("never", row);
    }

    [Fact]
    public async Task A_new_key_is_shown_once()
    {
        var dialogs = Dialogs();
        string? told = null;
        var tab = Render<AuthenticationTab>(parameters => parameters.Add(component => component.Created, key => told = key));

        var creating = PressAsync(tab, "Create key");
        dialogs.WaitForElement("input.input", Patience).Input("Claude Code");
        await dialogs.Find("form").SubmitAsync();
        var key = dialogs.WaitForElement(".copy-box code", Patience).TextContent;
        await PressAsync(dialogs, "Done");
        await creating;

        Assert.Matches("^[0-9a-f]{8}\\.[0-9a-f]{48}$", key);
        Assert.Equal(key, told);
        Assert.DoesNotContain(key, tab.Markup + dialogs.Markup);
        Assert.Contains(key[..8], Row(tab));
    }

    [Fact]
    public async Task What_is_wrong_with_a_new_key_is_said_at_its_field()
    {
        var dialog = Render<NewKeyDialog>();

        dialog.Find("input.input").Input(" ");
        await dialog.Find("form").SubmitAsync();

        var problem = dialog.WaitForElement(".problem", Patience);
        Assert.Contains("blank", problem.TextContent);
        Assert.Equal("true", dialog.Find("input.input").GetAttribute("aria-invalid"));
        Assert.Equal(problem.Id, dialog.Find("input.input").GetAttribute("aria-describedby"));
    }

    [Theory]
    [InlineData("Revoke key", 0)]
    [InlineData("Cancel", 1)]
    public async Task Revoking_asks_first(string answer, int left)
    {
        await Caller.ApiKeys.CreateAsync("Grafana", cancellationToken: Cancellation);
        var dialogs = Dialogs();
        var tab = Render<AuthenticationTab>();

        var revoking = PressAsync(tab, "Revoke Grafana");
        Assert.Contains("refused from the next call on", dialogs.WaitForElement(".rz-dialog p", Patience).TextContent);
        Assert.Single((await Caller.ApiKeys.ListAsync(Cancellation)).Items);
        await PressAsync(dialogs, answer);
        await revoking;

        Assert.Equal(left, (await Caller.ApiKeys.ListAsync(Cancellation)).Items.Count);
    }

    private static string Row(IRenderedComponent<AuthenticationTab> tab) => tab.WaitForElement("tbody tr", Patience).TextContent;
}
