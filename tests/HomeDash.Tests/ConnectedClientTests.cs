using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

/// <summary>Who may see and end the sessions of AI clients; it does not touch the database, so one engine will do.</summary>
public sealed class ConnectedClientTests() : HouseTests(Dialect.Sqlite, services => services.AddSingleton<IClientSessions, Connected>())
{
    private const string OfAda = "aaaaaaaaaaaa";
    private const string OfBob = "bbbbbbbbbbbb";

    [Fact]
    public async Task Everybody_sees_their_own_and_administrators_all()
    {
        var ada = await ConnectAsync();

        var own = await House.CallAsync(ada, "tools.sessions");
        var all = await House.CallAsync(Caller.House, "tools.sessions");

        var client = Assert.Single(own.GetProperty("items").EnumerateArray());
        Assert.Equal((OfAda, "claude", "2025-11-25"), (Text(client, "id"), Text(client, "client"), Text(client, "protocol")));
        Assert.Equal(2, all.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task One_ends_ones_own_and_administrators_all()
    {
        var ada = await ConnectAsync();

        Assert.Equal(OfAda, Text(await House.CallAsync(ada, "tools.endSession", $$"""{"id":"{{OfAda}}"}"""), "id"));
        var foreign = await House.FailAsync(ada, "tools.endSession", $$"""{"id":"{{OfBob}}"}""");
        Assert.Equal([OfBob], Surface.Open.Select(session => session.Id));
        await House.CallAsync(Caller.House, "tools.endSession", $$"""{"id":"{{OfBob}}"}""");

        Assert.Equal(ErrorReason.TargetNotFound, foreign.Reason);
        Assert.Empty(Surface.Open);
    }

    private Connected Surface => (Connected)House.Services.GetRequiredService<IClientSessions>();

    private async Task<Caller> ConnectAsync()
    {
        var ada = await House.AddUserAsync("ada");
        Surface.Open.AddRange([Session(OfAda, ada.UserId, "ada"), Session(OfBob, "u9", "bob")]);
        return ada;
    }

    private ClientSession Session(string id, string userId, string user) =>
        new(id, "claude", "1.0", "2025-11-25", userId, user, null, "mcp", House.Clock.GetUtcNow(), House.Clock.GetUtcNow(), 1, 0);

    private sealed class Connected : IClientSessions
    {
        public List<ClientSession> Open { get; } = [];

        public IReadOnlyList<ClientSession> List() => [.. Open];

        public bool End(string id) => Open.RemoveAll(session => session.Id == id) > 0;
    }
}
