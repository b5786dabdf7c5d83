using Bunit;
using HomeDash.Components.Apps;

namespace HomeDash.Components.Tests.Apps;

public sealed class AppsTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void Without_apps_the_page_says_how_to_begin()
    {
        var page = Render<AppsPage>();

        page.WaitForAssertion(() => Assert.Contains("No apps yet", page.Markup), Patience);
    }

    [Fact]
    public async Task Apps_are_tiles_that_lead_there()
    {
        await Caller.App.CreateAsync("Plex", href: "http://nas.lan:32400", cancellationToken: Cancellation);

        var link = Render<AppsPage>().WaitForElement("a.name", Patience);

        Assert.Equal("http://nas.lan:32400", link.GetAttribute("href"));
        Assert.StartsWith("Plex", link.TextContent);
    }

    [Fact]
    public async Task Typing_searches()
    {
        await Caller.App.CreateAsync("Plex", cancellationToken: Cancellation);
        await Caller.App.CreateAsync("Printer", cancellationToken: Cancellation);
        var page = Render<AppsPage>();
        page.WaitForState(() => page.FindAll(".tile").Count == 2, Patience);

        page.Find("input[type=search]").Input("prin");

        page.WaitForAssertion(() => Assert.Equal("Printer", page.Find(".tile .name").TextContent), Patience);
        Assert.Single(page.FindAll(".tile"));
    }

    [Fact]
    public async Task More_apps_than_a_page_holds_come_on_demand()
    {
        for (var number = 0; number < 30; number++)
        {
            await Caller.App.CreateAsync($"App {number:00}", cancellationToken: Cancellation);
        }

        var page = Render<AppsPage>();
        page.WaitForState(() => page.FindAll(".tile").Count == 24, Patience);
        await PressAsync(page, "Show more");

        page.WaitForState(() => page.FindAll(".tile").Count == 30, Patience);
        Assert.Empty(page.FindAll(".more"));
    }

    [Fact]
    public async Task A_new_app_appears()
    {
        var dialogs = Dialogs();
        var page = Render<AppsPage>();

        var adding = PressAsync(page, "Add app");
        dialogs.WaitForElement("input.input", Patience).Input("Plex");
        await dialogs.Find("form").SubmitAsync();
        await adding;

        Assert.Equal("Plex", page.WaitForElement(".tile .name", Patience).TextContent);
    }

    [Fact]
    public async Task An_app_that_somebody_else_adds_appears_too()
    {
        var page = Render<AppsPage>();
        page.WaitForState(() => page.Markup.Contains("No apps yet"), Patience);

        await Caller.App.CreateAsync("Plex", cancellationToken: Cancellation);

        Assert.Equal("Plex", page.WaitForElement(".tile .name", Patience).TextContent);
    }

    [Fact]
    public async Task Problems_are_shown_at_their_fields()
    {
        var dialog = Render<AppDialog>();
        dialog.FindAll("input.input")[0].Input("Plex");
        dialog.FindAll("input.input")[1].Input("javascript:alert(1)");

        await dialog.Find("form").SubmitAsync();

        var field = dialog.WaitForElement(".field:has(.problem)", Patience);
        Assert.StartsWith("Link", field.QuerySelector("label")!.TextContent);
        Assert.Contains("http://", field.QuerySelector(".problem")!.TextContent);
    }

    [Fact]
    public async Task Emptied_fields_are_emptied_and_others_stay()
    {
        var app = await Caller.App.CreateAsync("Plex", "Films", href: "http://nas.lan:32400", cancellationToken: Cancellation);
        var dialog = Render<AppDialog>(parameters => parameters.Add(component => component.App, app));

        dialog.Find("textarea").Input("");
        await dialog.Find("form").SubmitAsync();

        dialog.WaitForAssertion(
            () =>
            {
                var now = Caller.App.GetAsync(new AppRef(app.Id), Cancellation).GetAwaiter().GetResult();
                Assert.Null(now.Description);
                Assert.Equal("http://nas.lan:32400", now.Href);
            },
            Patience);
    }

    [Theory]
    [InlineData("Delete app", 0)]
    [InlineData("Cancel", 1)]
    public async Task Deleting_asks_first(string answer, int left)
    {
        await Caller.App.CreateAsync("Plex", cancellationToken: Cancellation);
        var dialogs = Dialogs();
        var page = Render<AppsPage>();

        var deleting = PressAsync(page, "Delete Plex");
        dialogs.WaitForElement(".rz-dialog button.danger", Patience);
        Assert.Contains("Delete Plex?", dialogs.Markup);
        await PressAsync(dialogs, answer);
        await deleting;

        Assert.Equal(left, (await Caller.App.ListAsync(cancellationToken: Cancellation)).Items.Count);
    }
}
