using HomeDash.Procedures;
using HomeDash.Procedures.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Mcp.Tests;

/// <summary>Which change concerns which address.</summary>
public sealed class WatchingResources
{
    private static readonly Caller Borrower = new("u3", "cyd")
    {
        Permissions = new HashSet<string> { FixturePermissions.View },
        Grants = new Dictionary<(string, string), Access> { [("gadget", "g2")] = Access.Use },
    };

    private readonly ServiceProvider services = new ServiceCollection().AddProcedures().AddFixture().AddHomeDashMcp().BuildServiceProvider();

    private ResourceTopics Topics => services.GetRequiredService<ResourceTopics>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fixture://gadgets", "gadget")]
    [InlineData("fixture://gadget/lamp", "gadget")]
    [InlineData("fixture://gadget/lamp/words", "")]
    [InlineData("fixture://nothing", "")]
    public void The_topics_of_an_address_are_those_that_were_declared(string uri, string topics) => Assert.Equal(topics, string.Join(' ', Topics.TopicsOf(uri)));

    [Theory]
    [InlineData("fixture://gadgets")]
    [InlineData("fixture://gadget/lamp")]
    [InlineData("fixture://gadget/LAMP")]
    [InlineData("fixture://gadget/g2")]
    public async Task A_change_concerns_the_list_and_the_thing_by_whatever_name_it_is_watched(string uri)
    {
        var watch = await WatchAsync(Caller.House, uri);

        Assert.Equal(uri, watch.Uri);
        Assert.True(await watch.IsConcernedByAsync(new("gadget", "g2"), Cancellation));
        Assert.True(await watch.IsConcernedByAsync(new("gadget", "g2"), Cancellation));
        Assert.False(await watch.IsConcernedByAsync(new("board", "g2"), Cancellation));
    }

    [Fact]
    public async Task A_change_of_another_thing_does_not_concern_a_thing()
    {
        var watch = await WatchAsync(Caller.House, "fixture://gadget/lamp");

        Assert.False(await watch.IsConcernedByAsync(new("gadget", "g1"), Cancellation));
        Assert.False(await watch.IsConcernedByAsync(new("gadget", "g1"), Cancellation));
        Assert.True(await watch.IsConcernedByAsync(new("gadget", "g2"), Cancellation));
    }

    [Fact]
    public async Task A_name_that_comes_to_mean_another_thing_is_followed()
    {
        var shelf = services.GetRequiredService<GadgetShelf>();
        var watch = await WatchAsync(Caller.House, "fixture://gadget/lantern");
        Assert.False(await watch.IsConcernedByAsync(new("gadget", "g1"), Cancellation));

        shelf.Rename("g2", "lantern");

        Assert.True(await watch.IsConcernedByAsync(new("gadget", "g2"), Cancellation));
    }

    [Fact]
    public async Task Nobody_is_told_of_what_they_may_not_see()
    {
        Assert.Null(await Topics.WatchAsync(Caller.Nobody, "fixture://gadgets", Cancellation));
        Assert.Null(await Topics.WatchAsync(Caller.House, "fixture://nothing", Cancellation));
        Assert.False(await (await WatchAsync(Borrower, "fixture://gadget/radio")).IsConcernedByAsync(new("gadget", "g3"), Cancellation));
        Assert.True(await (await WatchAsync(Borrower, "fixture://gadget/lamp")).IsConcernedByAsync(new("gadget", "g2"), Cancellation));
    }

    private async Task<ResourceWatch> WatchAsync(Caller caller, string uri)
    {
        var watch = await Topics.WatchAsync(caller, uri, Cancellation);
        Assert.NotNull(watch);
        return watch;
    }
}
