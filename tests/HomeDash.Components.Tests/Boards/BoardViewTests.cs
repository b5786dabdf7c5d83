using System.Collections.Frozen;
using System.Text.Json;
using Bunit;
using HomeDash.Components.Boards;
using HomeDash.Components.Boards.Widgets;
using HomeDash.Procedures;

namespace HomeDash.Components.Tests.Boards;

/// <summary>A board, and who may do what on it.</summary>
public sealed class BoardViewTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void Every_kind_of_widget_has_a_component_that_shows_it() =>
        Assert.Empty(WidgetKinds.All.Where(kind => WidgetComponents.Of(kind.Kind) is null).Select(kind => kind.Kind));

    [Fact]
    public async Task Every_kind_of_widget_says_something_in_a_house_with_nothing_in_it()
    {
        await Caller.Board.CreateAsync("Kitchen", cancellationToken: Cancellation);
        foreach (var kind in WidgetKinds.All)
        {
            var options = kind.Options.Where(option => option.Required).ToDictionary(option => option.Name, _ => "Grafana");
            await Caller.Board.AddItemAsync(new("Kitchen"), kind.Kind, options: JsonSerializer.SerializeToElement(options), cancellationToken: Cancellation);
        }

        var view = Show("Kitchen");

        view.WaitForAssertion(() => Assert.Equal(WidgetKinds.All.Count, view.FindAll("article[data-item]").Count), Patience);
        view.WaitForAssertion(() => Assert.Empty(view.FindAll("[aria-busy=true]")), Patience);
        Assert.DoesNotContain("stumbled", view.Markup, StringComparison.Ordinal);
        Assert.Contains("Add one on the page Integrations", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_only_look_is_offered_no_change()
    {
        var board = await Caller.Board.CreateAsync("Kitchen", cancellationToken: Cancellation);
        await Caller.Board.AddItemAsync(new("Kitchen"), "clock", cancellationToken: Cancellation);
        Assert.Contains("Arrange", (await ShownAsync()).Markup, StringComparison.Ordinal);

        Visitor.Caller = new("ada", "ada")
        {
            Permissions = new[] { BoardPermissions.View, BoardPermissions.Modify }.ToFrozenSet(),
            Grants = new Dictionary<(string, string), Access> { [("board", board.Id)] = Access.Use },
        };

        Assert.DoesNotContain("Arrange", (await ShownAsync()).Markup, StringComparison.Ordinal);

        Task<IRenderedComponent<BoardView>> ShownAsync()
        {
            var view = Show("Kitchen");
            view.WaitForAssertion(() => Assert.Single(view.FindAll("article[data-item]")), Patience);
            return Task.FromResult(view);
        }
    }

    [Fact]
    public void A_board_that_is_not_there_is_said_so()
    {
        var view = Show("Kitchen");

        view.WaitForAssertion(() => Assert.Contains("There is no board 'Kitchen'", view.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task An_app_on_a_board_that_was_deleted_says_so_in_its_place_alone()
    {
        await Caller.Board.CreateAsync("Kitchen", cancellationToken: Cancellation);
        await Caller.Board.AddItemAsync(new("Kitchen"), "app", options: JsonElement.Parse("""{"app":"Grafana"}"""), cancellationToken: Cancellation);
        await Caller.Board.AddItemAsync(new("Kitchen"), "note", options: JsonElement.Parse("""{"text":"Bins on Tuesday"}"""), cancellationToken: Cancellation);

        var view = Show("Kitchen");

        view.WaitForAssertion(() => Assert.Contains("There is no app 'Grafana'", view.Find(".failed").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("Bins on Tuesday", view.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<BoardView> Show(string name) => Render<BoardView>(view => view.Add(shown => shown.Name, name));
}
