using System.Text.Json;

namespace HomeDash.Demo;

/// <summary>The boards of the demo house.</summary>
internal static class DemoBoards
{
    private const string Home = "Home";

    private static readonly (string Kind, string? Options)[] Widgets =
    [
        ("apps", null),
        ("health", null),
        ("containers", null),
        ("downloads", null),
        ("dnsHole", null),
        ("systems", null),
        ("clock", null),
        ("note", """{"text":"This house is made up: everything in it lives, and nothing in it can be broken."}"""),
    ];

    /// <summary>Builds the board that people see first.</summary>
    public static async Task CreateAsync(HomeDashCaller caller, CancellationToken cancellationToken)
    {
        await caller.Board.CreateAsync(Home, "What goes on in the house", cancellationToken: cancellationToken).ConfigureAwait(false);
        foreach (var (kind, options) in Widgets)
        {
            await caller.Board.AddItemAsync(
                new(Home), kind, options: options is null ? null : JsonElement.Parse(options), cancellationToken: cancellationToken).ConfigureAwait(false);
        }

        await caller.Settings.UpdateAsync(homeBoard: new(Home), cancellationToken: cancellationToken).ConfigureAwait(false);
    }
}
