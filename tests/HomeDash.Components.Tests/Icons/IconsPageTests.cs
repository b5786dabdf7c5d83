using Bunit;
using HomeDash.Components.Apps;
using HomeDash.Components.Icons;

namespace HomeDash.Components.Tests.Icons;

public sealed class IconsPageTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly byte[] Svg = [.. "<svg xmlns='http://www.w3.org/2000/svg'/>"u8];

    [Fact]
    public void Typing_finds_icons_and_pressing_one_shows_its_address()
    {
        var page = Render<IconsPage>();
        page.WaitForElement("input[type=search]", Patience).Input("grafana");

        page.WaitForElement(".icon-choice", Patience).Click();

        page.WaitForAssertion(() => Assert.Contains("/icons/simple-icons/grafana.svg", page.Find(".chosen code").TextContent), Patience);
    }

    [Fact]
    public void What_means_nothing_is_said_to_mean_nothing()
    {
        var page = Render<IconsPage>();
        page.WaitForElement("input[type=search]", Patience).Input("qzxwvqzxwv");

        page.WaitForAssertion(() => Assert.Contains("No icon matches", page.Markup), Patience);
    }

    [Fact]
    public async Task An_upload_of_somebody_else_appears_and_is_deleted_after_a_question()
    {
        var dialogs = Dialogs();
        var page = Render<IconsPage>();
        page.WaitForState(() => page.Markup.Contains("Nothing uploaded yet"), Patience);

        await Caller.Icon.UploadAsync("Attic", Svg, Cancellation);
        page.WaitForAssertion(() => Assert.Contains("Attic", page.Find(".uploads li").TextContent), Patience);
        var deleting = PressAsync(page, "Delete Attic");
        await PressAsync(dialogs, "Delete icon");
        await deleting;

        page.WaitForState(() => page.Markup.Contains("Nothing uploaded yet"), Patience);
    }

    [Fact]
    public async Task A_file_is_uploaded_under_a_name()
    {
        var dialog = Render<UploadIconDialog>();
        dialog.Find("input.input").Input("Attic");
        dialog.FindComponent<Microsoft.AspNetCore.Components.Forms.InputFile>().UploadFiles(InputFileContent.CreateFromBinary(Svg, "attic.svg"));

        await dialog.Find("form").SubmitAsync();

        Assert.Equal("Attic", Assert.Single((await Caller.Icon.ListAsync(Cancellation)).Items).Name);
    }

    [Fact]
    public async Task Without_a_file_the_dialog_says_so()
    {
        var dialog = Render<UploadIconDialog>();
        dialog.Find("input.input").Input("Attic");

        await dialog.Find("form").SubmitAsync();

        Assert.Equal("Choose a file.", dialog.WaitForElement(".problem", Patience).TextContent);
    }

    [Fact]
    public void Who_may_not_upload_gets_no_button()
    {
        Allow(IconPermissions.View);
        var page = Render<IconsPage>();
        page.WaitForState(() => page.Markup.Contains("Nothing uploaded yet"), Patience);

        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("Upload icon"));
    }

    [Fact]
    public async Task The_dialog_of_an_app_offers_icons_for_its_name()
    {
        var dialog = Render<AppDialog>();
        dialog.FindAll("input.input")[0].Input("My Grafana");
        await PressAsync(dialog, "Choose an icon");
        await dialog.InvokeAsync(() => dialog.WaitForElement(".icon-choice", Patience).Click());

        await dialog.Find("form").SubmitAsync();

        Assert.Equal("/icons/simple-icons/grafana.svg", Assert.Single((await Caller.App.ListAsync(cancellationToken: Cancellation)).Items).IconUrl);
    }
}
