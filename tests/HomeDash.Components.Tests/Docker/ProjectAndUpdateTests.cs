using Bunit;
using HomeDash.Components.Docker;
using HomeDash.Components.Formats;

namespace HomeDash.Components.Tests.Docker;

public sealed class ProjectAndUpdateTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_project_is_shown_together_and_restarted_as_one()
    {
        Engine.Add("plex");
        Engine.Label(Engine.Add("shop-web"), ("com.docker.compose.project", "shop"));
        Engine.Label(Engine.Add("shop-db"), ("com.docker.compose.project", "shop"));
        var page = Loaded();

        Assert.Contains("2 of 2 containers running", page.Find("section[aria-label='shop']").TextContent);
        Assert.DoesNotContain("plex", page.Find("section[aria-label='shop']").TextContent);
        await PressAsync(page, "Restart all of shop");

        page.WaitForAssertion(() => Assert.Equal(["restart shop-db", "restart shop-web"], Engine.Asked.Order()), Patience);
    }

    [Fact]
    public void Labels_give_a_container_its_title_and_link()
    {
        Engine.Label(Engine.Add("wiki-1"), ("homedash.name", "The Wiki"), ("homedash.href", "https://wiki.home"));
        Engine.Label(Engine.Add("secret"), ("homedash.hide", "true"));
        var page = Loaded();

        Assert.Equal("The Wiki", Assert.Single(page.FindAll("tbody a.name")).TextContent);
        Assert.Equal("https://wiki.home", page.Find("a.open").GetAttribute("href"));
    }

    [Fact]
    public async Task A_newer_image_is_offered_and_used_after_a_question()
    {
        Engine.Outdated = true;
        Engine.Add("plex", image: "plex:1");
        var dialogs = Dialogs();
        var page = Loaded();

        await PressAsync(page, "Check for updates");
        Assert.Contains("Update available", page.WaitForElement("button.update", Patience).TextContent);
        var updating = PressAsync(page, "Update plex");
        Assert.Contains("the old one is put back", dialogs.WaitForElement(".rz-dialog", Patience).TextContent);
        await PressAsync(dialogs, "Update");
        await updating;

        Assert.Equal("pull plex:1", Engine.Asked[0]);
        Assert.Contains("recreate plex", Engine.Asked);
        Assert.Contains("Updated", page.WaitForElement(".outcomes", Patience).TextContent);
        Assert.Empty(page.FindAll("button.update"));
    }

    [Fact]
    public async Task While_an_image_is_pulled_its_bytes_and_layers_are_shown()
    {
        var rest = new TaskCompletionSource();
        Engine.Outdated = true;
        Engine.Pulling = (new(52_428_800, 104_857_600, 1, 3), rest.Task);
        Engine.Add("plex", image: "plex:1");
        var dialogs = Dialogs();
        var page = Loaded();
        await PressAsync(page, "Check for updates");
        page.WaitForElement("button.update", Patience);

        var updating = PressAsync(page, "Update plex");
        dialogs.WaitForElement(".rz-dialog", Patience);
        await PressAsync(dialogs, "Update");

        Assert.Equal("0.5", page.WaitForElement("progress[aria-label='Pulled so far']", Patience).GetAttribute("value"));
        var shown = page.Find(".notice.update").TextContent;
        Assert.Contains("Pulling plex:1: 1 of 3 layers are ready.", shown);
        Assert.Contains($"{Words.Size(52_428_800)} of {Words.Size(104_857_600)}", shown);
        rest.SetResult();
        await updating;
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("progress")), Patience);
    }

    [Fact]
    public async Task A_container_is_paused_from_the_bar_and_goes_on_from_its_row()
    {
        Engine.Add("plex");
        var page = Loaded();

        page.Find("[aria-label='Select plex']").Change(true);
        await PressAsync(page, "Pause");
        page.WaitForAssertion(() => Assert.Contains("Paused", page.Find("tbody tr").TextContent), Patience);
        await PressAsync(page, "Unpause plex");

        Assert.Equal(["pause plex", "unpause plex"], Engine.Asked);
    }

    private IRenderedComponent<DockerPage> Loaded()
    {
        var page = Render<DockerPage>();
        page.WaitForElement("tbody tr", Patience);
        return page;
    }
}
