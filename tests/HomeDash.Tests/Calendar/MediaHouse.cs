using System.Text.Json;
using HomeDash.Integrations;
using HomeDash.Procedures;
using HomeDash.Simulators;

namespace HomeDash.Tests.Calendar;

/// <summary>A house that collects series, films, albums and books, and has a calendar of its family.</summary>
internal sealed class MediaHouse : IAsyncDisposable
{
    private CapabilityHouse house = null!;

    /// <summary>Called <c>Sonarr</c>.</summary>
    public SonarrSimulator Sonarr { get; private init; } = null!;

    /// <summary>Called <c>Radarr</c>.</summary>
    public RadarrSimulator Radarr { get; private init; } = null!;

    /// <summary>Called <c>Lidarr</c>.</summary>
    public LidarrSimulator Lidarr { get; private init; } = null!;

    /// <summary>Called <c>Readarr</c>.</summary>
    public ReadarrSimulator Readarr { get; private init; } = null!;

    /// <summary>Called <c>Family</c>.</summary>
    public FeedSimulator Family { get; private init; } = null!;

    /// <summary>Starts it.</summary>
    /// <param name="connected">The names of those that are connected; all when none is named.</param>
    public static async Task<MediaHouse> StartAsync(params IReadOnlyList<string> connected)
    {
        var house = new MediaHouse
        {
            Sonarr = await SonarrSimulator.StartAsync(),
            Radarr = await RadarrSimulator.StartAsync(),
            Lidarr = await LidarrSimulator.StartAsync(),
            Readarr = await ReadarrSimulator.StartAsync(),
            Family = await FeedSimulator.StartAsync(),
        };
        Integration[] all =
        [
            Of("Sonarr", house.Sonarr), Of("Radarr", house.Radarr), Of("Lidarr", house.Lidarr), Of("Readarr", house.Readarr),
            new("family-id", "Family", "ical", house.Family.Open.ToString()),
            new("nas-id", "nas", "docker", "unix:///nowhere.sock"),
        ];
        house.house = await CapabilityHouse.StartAsync(
            services => services.AddHomeDashIntegrations().AddCalendar().AddHealthMonitoring(), [.. all.Where(one => connected.Count == 0 || connected.Contains(one.Name))]);
        return house;
    }

    public Task<JsonElement> CallAsync(string path, string input = "{}", Caller? caller = null) => house.CallAsync(path, input, caller);

    public Task<ProcedureError> FailAsync(string path, string input = "{}", Caller? caller = null) => house.FailAsync(path, input, caller);

    public Task<List<JsonElement>> StreamAsync(string path, Func<JsonElement, bool> enough) => house.StreamAsync(path, "{}", enough);

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        await Sonarr.DisposeAsync();
        await Radarr.DisposeAsync();
        await Lidarr.DisposeAsync();
        await Readarr.DisposeAsync();
        await Family.DisposeAsync();
    }

    private static Integration Of(string name, ArrSimulator service) =>
        new($"{name.ToLowerInvariant()}-id", name, name.ToLowerInvariant(), service.Url.ToString()) { Credentials = new(ApiKey: new(service.Key)) };
}
