using Bunit;
using HomeDash.Components.Boards.Widgets;
using HomeDash.Components.Shared;
using HomeDash.Procedures;

namespace HomeDash.Components.Tests.Boards;

/// <summary>What a widget says when it cannot simply show what it is for.</summary>
public sealed class WidgetViewTests : HouseContext
{
    private readonly Load<string[]> load = new(_ => throw new InvalidOperationException("Nothing is read here."));

    [Fact]
    public void It_says_that_it_loads() => Assert.Contains("Loading lamps", Show().Markup, StringComparison.Ordinal);

    [Fact]
    public void It_shows_what_came_and_says_when_that_is_old()
    {
        load.Show(["kitchen"]);
        Assert.Equal("kitchen", Show().Find("b").TextContent);

        load.Fail(new(ProcedureErrorCode.BadGateway, ErrorReason.Unreachable, "The hub does not answer."));
        var view = Show();
        Assert.Equal("kitchen", view.Find("b").TextContent);
        Assert.Contains("Not as of now. The hub does not answer.", view.Find(".old").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_show_is_said_only_when_everybody_answered()
    {
        load.Show([]);

        Assert.Equal("No lamps.", Show().Find("p").TextContent);
        var silent = Show(new IntegrationReport("Attic", false, "unreachable", "Is it switched on?"));
        Assert.Contains("Attic does not answer. Is it switched on?", silent.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("No lamps.", silent.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_several_that_is_silent_is_named_beside_the_others()
    {
        load.Show(["kitchen"]);

        Assert.Contains("Attic does not answer, so its part is missing.", Show(new IntegrationReport("Attic", false)).Find(".old").TextContent, StringComparison.Ordinal);
        Assert.Contains("Attic does not answer; this is from 2 minutes ago.", Show(new IntegrationReport("Attic", false, AgeSeconds: 120)).Find(".old").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ErrorReason.NotConfigured, "Add one on the page Integrations.", false)]
    [InlineData(ErrorReason.NotAllowed, "You lack the permission.", false)]
    [InlineData(ErrorReason.Unreachable, "The hub does not answer.", true)]
    public void A_failure_is_explained_and_tried_again_where_that_helps(ErrorReason reason, string message, bool again)
    {
        load.Fail(new(ProcedureErrorCode.BadGateway, reason, message));

        var view = Show();

        Assert.Contains(message, view.Find(".failed").TextContent, StringComparison.Ordinal);
        Assert.Equal(again ? 1 : 0, view.FindAll("button").Count);
    }

    [Fact]
    public void A_stranger_is_told_nothing_about_what_is_behind()
    {
        load.Fail(new(ProcedureErrorCode.Unauthorized, ErrorReason.NotSignedIn, "Sign in, or send an API key."));

        Assert.Equal("Only people who are signed in see this.", Show().Find(".failed p").TextContent);
    }

    private IRenderedComponent<WidgetView<string[]>> Show(params IntegrationReport[] reports) => Render<WidgetView<string[]>>(view => view
        .Add(shown => shown.Load, load)
        .Add(shown => shown.Label, "Loading lamps")
        .Add(shown => shown.Empty, "No lamps.")
        .Add(shown => shown.IsEmpty, lamps => lamps.Length == 0)
        .Add(shown => shown.Reports, _ => reports)
        .Add(shown => shown.Retry, () => { })
        .Add(shown => shown.ChildContent, lamps => $"<b>{lamps[0]}</b>"));
}
