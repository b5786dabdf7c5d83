using Bunit;
using HomeDash.Components.Account;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Components.Tests.Account;

public sealed class AccountPageTests : HouseContext
{
    [Theory]
    [InlineData("wrong", 0, "not the current password")]
    [InlineData("invalid", 1, "8 to 128")]
    public void What_was_wrong_is_said_at_its_field(string error, int field, string words)
    {
        var page = RenderAt($"/account?error={error}");

        Assert.Contains(words, page.Find(".problem").TextContent);
        Assert.Equal("true", page.FindAll("input.input")[field].GetAttribute("aria-invalid"));
    }

    [Theory]
    [InlineData("locked", "Too many wrong passwords")]
    [InlineData("expired", "Try again")]
    [InlineData("refused", "An administrator can")]
    [InlineData("<script>", "did not work")]
    public void What_no_field_is_to_blame_for_is_said_above(string error, string words) =>
        Assert.Contains(words, RenderAt($"/account?error={Uri.EscapeDataString(error)}").Find(".notice.bad").TextContent);

    [Fact]
    public void A_change_is_confirmed() => Assert.Contains("is changed", RenderAt("/account?changed=true").Find(".notice.good").TextContent);

    private IRenderedComponent<AccountPage> RenderAt(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<AccountPage>();
    }
}
