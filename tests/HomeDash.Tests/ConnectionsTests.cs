using HomeDash.Procedures;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomeDash.Tests;

public sealed class ConnectionsTests
{
    private static readonly Integration Good = new("i1", "nas", "toy", "toy://nas");
    private static readonly Integration Senseless = new("i2", "garage", "toy", "nonsense");

    private readonly Connections connections = new([new ToyKind()], NullLogger<Connections>.Instance);

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
    }

    private sealed class ToyKind : IIntegrationKind
    {
        public string Kind => "toy";

        public string Title => "Toy";

        public object Connect(Integration integration) =>
            integration.Url.StartsWith("toy://", StringComparison.Ordinal) ? new ToyClient() : throw ProcedureErrors.InvalidInput("url", "The address must begin with toy://.");
    }

    private sealed class ToyClient : IDisposable
    {
        public bool Closed { get; private set; }

        public void Dispose() => Closed = true;
    }
}
