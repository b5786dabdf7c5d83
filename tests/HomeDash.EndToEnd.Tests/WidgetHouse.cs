using HomeDash.Simulators;
using ModelContextProtocol.Client;

namespace HomeDash.EndToEnd.Tests;

/// <summary>A house with a service for each widget, each behind a gate, and boards with all the widgets there are.</summary>
internal sealed class WidgetHouse : IAsyncDisposable
{
    /// <summary>The board with every widget.</summary>
    public const string Full = "Everything";

    /// <summary>The board whose widgets ask for what there is nothing of.</summary>
    public const string Empty = "Nothing";

    /// <summary>Somebody who may see the boards and nothing that is on them.</summary>
    public const string Outsider = "bob";

    private static readonly (string Kind, Dictionary<string, object>? Options)[] Widgets =
    [
        ("app", new() { ["app"] = "Media" }), ("clock", null), ("note", new() { ["text"] = "Bins go out on Tuesday" }),
        ("apps", null), ("health", null), ("containers", null), ("downloads", null), ("dnsHole", null), ("systems", null), ("integrations", null),
        ("playing", null), ("addedMedia", null), ("mediaRequests", null), ("calendar", null), ("indexers", null), ("subtitles", null), ("smartHome", null),
    ];

    private static readonly (string Kind, Dictionary<string, object>? Options)[] Idle =
    [
        ("apps", new() { ["search"] = "espresso" }), ("containers", new() { ["search"] = "espresso" }), ("downloads", null), ("playing", null), ("addedMedia", null),
        ("mediaRequests", null), ("calendar", null), ("indexers", null), ("smartHome", new() { ["entities"] = new[] { "espresso machine" } }),
    ];

    private readonly List<IAsyncDisposable> all = [];
    private readonly List<Gate> gates = [];
    private JellyfinSimulator media = null!;
    private SeerrSimulator requests = null!;
    private SonarrSimulator series = null!;
    private ProwlarrSimulator indexers = null!;
    private BazarrSimulator subtitles = null!;
    private McpClient client = null!;

    public RunningHouse House { get; private set; } = null!;

    public static async Task<WidgetHouse> StartAsync()
    {
        var house = new WidgetHouse();
        try
        {
            await house.BuildAsync();
            return house;
        }
        catch
        {
            await house.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens or shuts the ways to all services.</summary>
    public void Become(GateState state) => gates.ForEach(gate => gate.Become(state));

    /// <summary>Gives every service something to tell.</summary>
    public async Task FillAsync()
    {
        var now = DateTimeOffset.UtcNow;
        media.Playing.Add(new() { Title = "Sintel", Year = 2010, LengthSeconds = 888, StartSeconds = 312, Device = "Living room TV" });
        media.Library.Add(new("Movie", "Cosmos Laundromat", now.AddHours(-2)) { Year = 2015, LengthSeconds = 730 });
        media.Library.Add(new("Episode", "The Man from Mars", now.AddDays(-1)) { Series = "Pioneer One", Season = 1, Episode = 2 });
        requests.Ask(604);
        requests.Ask(700, status: 2, seasons: [1]);
        series.With("Foundation", 4, 3, "The Vault", now.AddDays(1)).With("Severance", 3, 1, "A name that is far longer than there is room for on one line", now.AddDays(2));
        indexers.With("Linux Tracker").With("Old Library", privacy: "private", failedFor: TimeSpan.FromHours(5));
        subtitles.Films.Add(("Sintel", [BazarrSimulator.Language("Danish", "da")]));
        subtitles.Providers["opensubtitles"] = "TooManyRequests";
        await client.CallAsync("downloads_add", new() { ["integration"] = "Torrents", ["link"] = $"magnet:?xt=urn:btih:{new string('a', 40)}&dn=debian-13.2.0-amd64-DVD-1.iso" });
    }

    /// <summary>Shows the board with every widget to people who are not signed in.</summary>
    public Task PublishAsync() => client.CallAsync("board_setVisibility", new() { ["board"] = Full, ["isPublic"] = true });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var one in Enumerable.Reverse(all))
        {
            await one.DisposeAsync();
        }
    }

    private async Task BuildAsync()
    {
        var docker = Keep(await DockerSimulator.StartAsync());
        House = Keep(await RunningHouse.StartAsync(new UriBuilder(Gated(docker.Url)) { Scheme = "tcp" }.Uri.ToString()));
        await House.CreateAdministratorAsync();
        await House.CreateUserAsync(Outsider);
        var key = await House.CreateKeyAsync();
        (media, requests, series) = (Keep(await JellyfinSimulator.StartAsync()), Keep(await SeerrSimulator.StartAsync()), Keep(await SonarrSimulator.StartAsync()));
        (indexers, subtitles) = (Keep(await ProwlarrSimulator.StartAsync()), Keep(await BazarrSimulator.StartAsync()));
        var (downloads, dns, home) = (Keep(await QBittorrentSimulator.StartAsync()), Keep(await PiHoleSixSimulator.StartAsync()), Keep(await HomeAssistantSimulator.StartAsync()));
        var machine = Keep(await GlancesSimulator.StartAsync());
        foreach (var (kind, name, url, secret) in new (string, string, Uri, string?)[]
        {
            ("glances", "Machine", machine.Url, null), ("qBittorrent", "Torrents", downloads.Url, downloads.ApiKey),
            ("piHole", "Pi-hole", dns.Url, dns.AppPassword), ("homeAssistant", "Home", home.Url, home.Token), ("jellyfin", "Jellyfin", media.Url, media.Key),
            ("seerr", "Seerr", requests.Url, requests.Key), ("sonarr", "Sonarr", series.Url, series.Key), ("prowlarr", "Prowlarr", indexers.Url, indexers.Key),
            ("bazarr", "Bazarr", subtitles.Url, subtitles.Key),
        })
        {
            await House.ConnectAsync(key, kind, name, Gated(url), secret);
        }

        client = Keep(await Assistant.ConnectAsync(House, "smartHome_list"));
        await client.CallAsync("app_create", new() { ["name"] = "Media", ["href"] = gates[5].Url.ToString(), ["description"] = "Films and series" });
        await client.CallAsync("app_create", new() { ["name"] = "Search", ["href"] = gates[8].Url.ToString() });
        await CreateAsync(Full, Widgets);
        await CreateAsync(Empty, Idle);
        await client.CallAsync("board_setAccess", new() { ["board"] = Full, ["group"] = "Everyone", ["access"] = "use" });
        await client.CallAsync("group_grantPermissions", new() { ["group"] = "Everyone", ["permissions"] = new[] { "board.view" } });
    }

    private async Task CreateAsync(string board, (string Kind, Dictionary<string, object>? Options)[] widgets)
    {
        await client.CallAsync("board_create", new() { ["name"] = board });
        foreach (var (kind, options) in widgets)
        {
            await client.CallAsync("board_addItem", new() { ["board"] = board, ["kind"] = kind, ["options"] = options });
        }
    }

    private Uri Gated(Uri service)
    {
        var gate = Keep(new Gate(service));
        gates.Add(gate);
        return gate.Url;
    }

    private T Keep<T>(T one)
        where T : IAsyncDisposable
    {
        all.Add(one);
        return one;
    }
}
