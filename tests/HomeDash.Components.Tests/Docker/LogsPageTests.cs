using Bunit;
using HomeDash.Components.Docker;

namespace HomeDash.Components.Tests.Docker;

public sealed class LogsPageTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void New_lines_appear_as_they_are_written()
    {
        var page = Open();

        Engine.Write("listening on 32400");
        page.WaitForAssertion(() => Assert.Contains("listening on 32400", page.Markup), Patience);

        Engine.Write("disk is full", LogStream.Stderr);
        page.WaitForAssertion(() => Assert.Contains("disk is full", page.Find(".line.error").TextContent), Patience);
    }

    [Fact]
    public async Task A_paused_log_stands_still_and_counts_what_waits()
    {
        var page = Open();
        Engine.Write("first");
        page.WaitForAssertion(() => Assert.Contains("first", page.Markup), Patience);

        await PressAsync(page, "Pause");
        page.WaitForAssertion(() => Assert.Contains("Paused", page.Markup), Patience);
        Engine.Write("second");
        page.WaitForAssertion(() => Assert.Contains("1 new line waiting", page.Markup), Patience);
        Assert.DoesNotContain("second", page.Markup);

        await PressAsync(page, "Go on");
        page.WaitForAssertion(() => Assert.Contains("second", page.Markup), Patience);
    }

    [Fact]
    public void Searching_keeps_the_lines_that_match()
    {
        var page = Open();
        Engine.Write("all is well");
        Engine.Write("Warning: disk");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".line").Count), Patience);

        page.Find("input[type=search]").Input("warn");

        page.WaitForAssertion(() => Assert.Contains("Warning: disk", Assert.Single(page.FindAll(".line")).TextContent), Patience);
    }

    [Fact]
    public async Task Wrapping_can_be_switched_off()
    {
        var page = Open();
        Assert.NotEmpty(page.FindAll(".lines.wrap"));

        await PressAsync(page, "Wrap");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".lines.wrap")), Patience);
        Assert.Equal("false", Button(page, "Wrap").GetAttribute("aria-pressed"));
    }

    [Fact]
    public void The_end_of_a_log_is_said()
    {
        var page = Open();

        Engine.EndLog();

        page.WaitForAssertion(() => Assert.Contains("does not run", page.Find(".status").TextContent), Patience);
    }

    [Fact]
    public void A_container_that_is_gone_is_named()
    {
        Engine.Add("plex");

        var page = Render<LogsPage>(parameters => parameters.Add(component => component.Id, "nothing"));

        page.WaitForAssertion(() => Assert.Contains("There is no container 'nothing'", page.Markup), Patience);
    }

    private IRenderedComponent<LogsPage> Open()
    {
        var plex = Engine.Add("plex");
        var page = Render<LogsPage>(parameters => parameters.Add(component => component.Id, plex.Id));
        page.WaitForState(() => page.FindAll("[role=log]").Count > 0 && page.Markup.Contains("Logs of plex"), Patience);
        return page;
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<LogsPage> page, string words) =>
        page.FindAll(".tools button").Single(button => button.TextContent.Trim() == words);
}
