using System.Text.Json;
using HomeDash.Integrations;
using HomeDash.Simulators;

namespace HomeDash.Tests.MediaRequests;

/// <summary>A house with a Seerr <c>Films</c> and an Overseerr <c>Old</c>.</summary>
internal sealed class RequestHouse : IAsyncDisposable
{
    private RequestHouse(SeerrSimulator films, SeerrSimulator old) => (Films, Old) = (films, old);

    public CapabilityHouse House { get; private set; } = null!;

    public SeerrSimulator Films { get; }

    public SeerrSimulator Old { get; }

    /// <summary>Starts it.</summary>
    /// <param name="connected">The names of those that are connected; all when none is named.</param>
    public static async Task<RequestHouse> StartAsync(params IReadOnlyList<string> connected)
    {
        var house = new RequestHouse(await SeerrSimulator.StartAsync(), await SeerrSimulator.StartAsync());
        Integration[] all =
        [
            new("films-id", "Films", "seerr", house.Films.Url.ToString()) { Credentials = new(ApiKey: new(house.Films.Key)) },
            new("old-id", "Old", "overseerr", house.Old.Url.ToString()) { Credentials = new(ApiKey: new(house.Old.Key)) },
        ];
        house.House = await CapabilityHouse.StartAsync(
            services => services.AddHomeDashIntegrations().AddMediaRequests(), [.. all.Where(one => connected.Count == 0 || connected.Contains(one.Name))]);
        return house;
    }

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        await Films.DisposeAsync();
        await Old.DisposeAsync();
    }

    /// <summary>The items of a result.</summary>
    public static JsonElement[] Items(JsonElement result) => [.. result.GetProperty("items").EnumerateArray()];

    /// <summary>Several texts of an item, with blanks between them; what is left out is left out.</summary>
    public static string Texts(JsonElement item, params string[] names) =>
        string.Join(' ', names.Select(name => item.TryGetProperty(name, out var value) ? value.ToString() : null).OfType<string>());
}
