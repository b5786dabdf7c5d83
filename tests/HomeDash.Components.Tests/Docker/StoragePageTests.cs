using Bunit;
using HomeDash.Components.Docker;
using HomeDash.Procedures;

namespace HomeDash.Components.Tests.Docker;

public sealed class StoragePageTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void What_is_kept_is_shown_with_its_size_and_users()
    {
        Furnish();

        var page = Loaded();

        Assert.Contains("512 MiB", Section(page, "Images"));
        Assert.Contains("plex", Section(page, "Images"));
        Assert.Contains("172.17.0.0/16", Section(page, "Networks"));
        Assert.Contains("the engine itself", Section(page, "Networks"));
        Assert.Contains("wiki", Section(page, "Volumes"));
        Assert.Contains("unused", Section(page, "Volumes"));
    }

    [Theory]
    [InlineData("Discard volume", "remove volume wiki")]
    [InlineData("Cancel", null)]
    public async Task Discarding_asks_first(string answer, string? asked)
    {
        Furnish();
        var dialogs = Dialogs();
        var page = Loaded();

        var discarding = PressAsync(page, "Discard wiki");
        Assert.Contains("with all data in it", dialogs.WaitForElement(".rz-dialog", Patience).TextContent);
        await PressAsync(dialogs, answer);
        await discarding;

        Assert.Equal(asked is null ? [] : [asked], Engine.Asked);
    }

    [Fact]
    public async Task A_clean_up_shows_what_would_go_before_anything_goes()
    {
        Furnish();
        Engine.Add("job", RunState.Exited);
        var dialogs = Dialogs();
        var page = Loaded();

        var cleaning = PressAsync(page, "Clean up…");
        dialogs.WaitForAssertion(() => Assert.Equal(["job (1.0 KiB)", "sha256:old (20 MiB)"], dialogs.FindAll(".going li").Select(item => item.TextContent.Trim())), Patience);
        dialogs.FindAll("input[type=checkbox]")[3].Change(true);
        dialogs.WaitForAssertion(() => Assert.Contains("wiki", dialogs.Find(".going").TextContent), Patience);
        Assert.Empty(Engine.Asked);
        await PressAsync(dialogs, "Remove for good");
        await cleaning;

        Assert.Equal(["remove job", "remove image sha256:old", "remove volume wiki"], Engine.Asked);
        page.WaitForAssertion(() => Assert.Contains("Removed 3 things from nas", page.Find("[role=status]").TextContent), Patience);
    }

    [Fact]
    public void Without_the_permission_it_says_so()
    {
        Allow();

        var page = Render<StoragePage>();

        page.WaitForAssertion(() => Assert.Contains("You may not see this", page.Markup), Patience);
    }

    [Fact]
    public void When_no_engine_answers_it_says_why()
    {
        Engine.Failure = ProcedureErrors.Unreachable("Nothing answers at unix:///toy.sock.");

        var page = Render<StoragePage>();

        page.WaitForAssertion(() => Assert.Contains("Nothing answers at unix:///toy.sock.", page.Markup), Patience);
    }

    private void Furnish()
    {
        Engine.StoredImages.AddRange([new("sha256:plex", ["plex:1"], "nas", 512 << 20, DateTimeOffset.UnixEpoch, ["plex"]), new("sha256:old", [], "nas", 20 << 20, DateTimeOffset.UnixEpoch, [])]);
        Engine.StoredVolumes.Add(new("wiki", "nas", "local", 80 << 10, DateTimeOffset.UnixEpoch, []));
    }

    private IRenderedComponent<StoragePage> Loaded()
    {
        var page = Render<StoragePage>();
        page.WaitForState(() => page.FindAll("section").Count == 3, Patience);
        return page;
    }

    private static string Section(IRenderedComponent<StoragePage> page, string title) => page.Find($"section[aria-label='{title}']").TextContent;
}
