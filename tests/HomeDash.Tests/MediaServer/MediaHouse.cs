using System.Text.Json;
using HomeDash.Integrations;
using HomeDash.Simulators;

namespace HomeDash.Tests.MediaServer;

/// <summary>A house with a Jellyfin <c>Den</c>, a Plex <c>Attic</c> and a Navidrome <c>Music</c>.</summary>
internal sealed class MediaHouse : IAsyncDisposable
{
    private MediaHouse(JellyfinSimulator den, PlexSimulator attic, NavidromeSimulator music) => (Den, Attic, Music) = (den, attic, music);

    public CapabilityHouse House { get; private set; } = null!;

    public JellyfinSimulator Den { get; }

    public PlexSimulator Attic { get; }

    public NavidromeSimulator Music { get; }

    /// <summary>Starts it.</summary>
    /// <param name="connected">The names of those that are connected; all when none is named.</param>
    public static async Task<MediaHouse> StartAsync(params IReadOnlyList<string> connected)
    {
        var house = new MediaHouse(await JellyfinSimulator.StartAsync(), await PlexSimulator.StartAsync(), await NavidromeSimulator.StartAsync());
        Integration[] all =
        [
            new("den-id", "Den", "jellyfin", house.Den.Url.ToString()) { Credentials = new(ApiKey: new(house.Den.Key)) },
            new("attic-id", "Attic", "plex", house.Attic.Url.ToString()) { Credentials = new(ApiKey: new(house.Attic.Token)) },
            new("music-id", "Music", "navidrome", house.Music.Url.ToString()) { Credentials = new("ada", new(house.Music.Password)) },
        ];
        house.House = await CapabilityHouse.StartAsync(
            services => services.AddHomeDashIntegrations().AddMediaServer(), [.. all.Where(one => connected.Count == 0 || connected.Contains(one.Name))]);
        return house;
    }

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        await Den.DisposeAsync();
        await Attic.DisposeAsync();
        await Music.DisposeAsync();
    }

    /// <summary>The items of a result.</summary>
    public static JsonElement[] Items(JsonElement result) => [.. result.GetProperty("items").EnumerateArray()];

    /// <summary>A text of an item; null when it is left out.</summary>
    public static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.ToString() : null;
}
