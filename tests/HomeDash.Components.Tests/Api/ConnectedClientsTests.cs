using Bunit;
using HomeDash.Components.Api;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Components.Tests.Api;

public sealed class ConnectedClientsTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Connected surface = new();

    [Fact]
    public void Who_connects_and_leaves_is_seen_at_once()
    {
        var table = Render<ConnectedClients>();
        table.WaitForAssertion(() => Assert.Contains("No client is connected", table.Markup), Patience);

        surface.Open.Add(Session());
        Feed.Publish(new(IClientSessions.Topic, "aaaaaaaaaaaa"));

        var row = table.WaitForElement("tbody tr", Patience).TextContent;
        Assert.Contains("claude", row);
        Assert.Contains("2025-11-25", row);
        Assert.Contains("0123abcd", row);
    }

    [Theory, InlineData("End session", 0), InlineData("Cancel", 1)]
    public async Task Ending_a_session_asks_first(string answer, int left)
    {
        surface.Open.Add(Session());
        var dialogs = Dialogs();
        var table = Render<ConnectedClients>();

        var ending = PressAsync(table, "End the session of claude");
        dialogs.WaitForElement(".rz-dialog p", Patience);
        Assert.Single(surface.Open);
        await PressAsync(dialogs, answer);
        await ending;

        Assert.Equal(left, surface.Open.Count);
    }

    private protected override void Configure(IServiceCollection services) => services.AddSingleton<IClientSessions>(surface);

    private static ClientSession Session() =>
        new("aaaaaaaaaaaa", "claude", "1.0", "2025-11-25", "u1", "tilda", "0123abcd", "mcp", DateTimeOffset.UtcNow, DateTimeOffset.UtcNow, 1, 0);

    private sealed class Connected : IClientSessions
    {
        public List<ClientSession> Open { get; } = [];

        public IReadOnlyList<ClientSession> List() => [.. Open];

        public bool End(string id) => Open.RemoveAll(session => session.Id == id) > 0;
    }
}
