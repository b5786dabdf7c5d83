using HomeDash.Procedures;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomeDash.Tests;

public sealed class ConnectionsTests
{
    private static readonly Integration Good = new("i1", "nas", "toy", "toy://nas");
    private static readonly Integration Senseless = new("i2", "garage", "toy", "nonsense");

    private readonly Connections connections = new(new([new ToyKind()]), NullLogger<Connections>.Instance);

    [Fact]
    public async Task An_unchanged_integration_keeps_its_client_and_a_changed_one_is_closed()
    {
        await connections.SetAsync([Good]);
        var first = Assert.Single(connections.With<ToyClient>()).Client;

        await connections.SetAsync([Good]);
        Assert.Same(first, Assert.Single(connections.With<ToyClient>()).Client);
        Assert.False(first.Closed);

        await connections.SetAsync([Good with { Url = "toy://elsewhere" }]);
        Assert.NotSame(first, Assert.Single(connections.With<ToyClient>()).Client);
        Assert.True(first.Closed);
    }

    [Fact]
    public async Task An_address_that_makes_no_sense_keeps_nobody_else_from_working()
    {
        await connections.SetAsync([Senseless, Good]);

        Assert.Equal(Good, Assert.Single(connections.With<ToyClient>()).Integration);
        Assert.Equal(
            "garage cannot be used as it is stored. url: The address must begin with toy://. Change it on the page Integrations, or delete it there.",
            connections.ProblemOf(Senseless.Id)!.Message);
        Assert.Null(connections.ProblemOf(Good.Id));
    }

    [Fact]
    public async Task A_changed_password_is_a_changed_integration_and_the_same_one_is_not()
    {
        await connections.SetAsync([Good with { Credentials = new(Password: new("one")) }]);
        var first = Assert.Single(connections.With<ToyClient>()).Client;

        await connections.SetAsync([Good with { Credentials = new(Password: new("one")) }]);
        Assert.Same(first, Assert.Single(connections.With<ToyClient>()).Client);

        await connections.SetAsync([Good with { Credentials = new(Password: new("two")) }]);
        Assert.NotSame(first, Assert.Single(connections.With<ToyClient>()).Client);
    }
}
