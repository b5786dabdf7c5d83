using System.Security.Cryptography;
using System.Text;

namespace HomeDash.Demo;

/// <summary>A container of the demo house: what it is, and what it is doing now.</summary>
internal sealed class DemoContainer(string name, string image, int? port, RunState state, DateTimeOffset bornAt)
{
    public string Id { get; private init; } = Hash("demo " + name);

    public string Name { get; set; } = name;

    public string Image => image;

    public string ImageId { get; private init; } = IdOf(image);

    public RunState State { get; private set; } = state;

    public DateTimeOffset? StartedAt { get; private set; } = state == RunState.Created ? null : bornAt.AddDays(2);

    public DateTimeOffset? FinishedAt { get; private set; } = state == RunState.Exited ? bornAt.AddDays(6) : null;

    public int? ExitCode { get; private set; } = state == RunState.Exited ? 137 : null;

    public ContainerHealth Health { get; set; } = state == RunState.Running ? ContainerHealth.Healthy : ContainerHealth.None;

    /// <summary>What its labels say; the media programs are one project.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    public bool Runs => State is RunState.Running or RunState.Paused;

    private IReadOnlyList<ContainerPort> Ports => port is { } number ? [new(number, "tcp", Runs ? number : null, Runs ? "0.0.0.0" : null)] : [];

    /// <summary>Starts it, at this moment; whatever ailed it is over then.</summary>
    public void Start(DateTimeOffset now) => (State, StartedAt, ExitCode, Health) = (RunState.Running, now, null, ContainerHealth.Healthy);

    /// <summary>Ends it, at this moment.</summary>
    public void Stop(DateTimeOffset now) => (State, FinishedAt, ExitCode) = (RunState.Exited, now, 0);

    /// <summary>Lets it stand still.</summary>
    public void Pause() => State = RunState.Paused;

    /// <summary>Lets it go on.</summary>
    public void Unpause() => State = RunState.Running;

    /// <summary>Another one like it, from the image that its name means now.</summary>
    public DemoContainer MakeLike(string newName, string imageId, DateTimeOffset now) =>
        new(newName, image, port, RunState.Created, now) { Id = Hash($"{Id} {now.Ticks}"), ImageId = imageId, Labels = Labels, Health = ContainerHealth.Healthy };

    /// <summary>The id of a thing with a name.</summary>
    public static string IdOf(string thing) => $"sha256:{Hash(thing)}";

    /// <summary>As a list shows it.</summary>
    public Container ToContainer(string engine, DateTimeOffset now) => new()
    {
        Id = Id,
        Name = Name,
        Engine = engine,
        Image = image,
        ImageId = ImageId,
        State = State,
        Status = Runs ? $"Up {Since(now - StartedAt!.Value)}" : $"Exited ({ExitCode}) {Since(now - FinishedAt.GetValueOrDefault(bornAt))} ago",
        Health = Runs ? Health : ContainerHealth.None,
        CreatedAt = bornAt,
        StartedAt = StartedAt,
        Ports = Ports,
        Labels = Labels,
    };

    /// <summary>All there is to know of it.</summary>
    public ContainerDetails ToDetails(string engine) => new()
    {
        Id = Id,
        Name = Name,
        Engine = engine,
        Image = image,
        ImageId = ImageId,
        State = State,
        Health = Runs ? Health : ContainerHealth.None,
        CreatedAt = bornAt,
        StartedAt = StartedAt,
        FinishedAt = FinishedAt,
        ExitCode = ExitCode,
        RestartPolicy = "unless-stopped",
        Command = [$"/usr/bin/{Name}"],
        EnvironmentNames = ["PATH", "TZ", "PUID", "PGID"],
        Ports = Ports,
        Labels = Labels,
        Mounts = [new("bind", $"/srv/{Name}", "/config", true)],
        Networks = [new("home", Runs ? $"172.20.0.{Id[0] % 100 + 2}" : null)],
    };

    /// <summary>What it uses: a little more and a little less with the minutes.</summary>
    public ContainerUsage? UsageAt(DateTimeOffset now)
    {
        if (!Runs)
        {
            return null;
        }

        var wave = 1 + Math.Sin(now.ToUnixTimeSeconds() / 45.0 + Id[1]);
        return new(Math.Round(2 + Id[2] % 20 * wave, 1), (80L + Id[3] * 4) * 1_000_000 + (long)(wave * 20_000_000), 8_000_000_000);
    }

    /// <summary>What it has written between two moments: a line every few seconds while it ran.</summary>
    public IEnumerable<LogLine> LinesBetween(DateTimeOffset from, DateTimeOffset until)
    {
        const int Every = 7;
        var began = StartedAt > from ? StartedAt.Value : from;
        var end = State == RunState.Running ? until : FinishedAt ?? began;
        for (var second = began.ToUnixTimeSeconds() / Every * Every; second <= end.ToUnixTimeSeconds(); second += Every)
        {
            var time = DateTimeOffset.FromUnixTimeSeconds(second);
            if (time >= began && time <= end)
            {
                yield return new(time, second % 13 == 0 ? LogStream.Stderr : LogStream.Stdout, Words(second));
            }
        }
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Since(TimeSpan elapsed) => elapsed switch
    {
        { TotalDays: >= 2 } => $"{elapsed.TotalDays:0} days",
        { TotalHours: >= 2 } => $"{elapsed.TotalHours:0} hours",
        { TotalMinutes: >= 2 } => $"{elapsed.TotalMinutes:0} minutes",
        _ => $"{elapsed.TotalSeconds:0} seconds",
    };

    private string Words(long second) => (second / 7 % 5) switch
    {
        0 => $"{Name}: GET /health 200 in {second % 9 + 1} ms",
        1 => $"{Name}: checked for new files, found {second % 4}",
        2 => $"{Name}: {second % 3 + 1} clients connected",
        3 => $"{Name}: saved its state",
        _ => $"{Name}: idle",
    };
}
