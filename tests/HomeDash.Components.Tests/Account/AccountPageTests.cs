using Bunit;
using HomeDash.Components.Account;

namespace HomeDash.Components.Tests.Account;

public sealed class AccountPageTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_wrong_current_password_is_said_at_its_field()
    {
        var page = Render<AccountPage>();

        page.FindAll("input.input")[0].Input("not the password");
        page.FindAll("input.input")[1].Input("a new long password");
        await page.Find("form").SubmitAsync();

        var problem = page.WaitForElement(".problem", Patience);
        Assert.Contains("not the current password", problem.TextContent);
        Assert.Equal("true", page.FindAll("input.input")[0].GetAttribute("aria-invalid"));
    }
}
