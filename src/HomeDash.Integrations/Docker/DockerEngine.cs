using System.Globalization;
using System.Runtime.CompilerServices;
using HomeDash.Integrations.Docker.Wire;
using HomeDash.Procedures;

namespace HomeDash.Integrations.Docker;

/// <summary>A Docker engine by its HTTP interface (Engine API).</summary>
/// <param name="name">What people call the engine.</param>
/// <param name="connection">The line to it.</param>
internal sealed partial class DockerEngine(string name, EngineConnection connection) : IContainerEngine, IIntegrationClient, IDisposable
{
    /// <summary>Less than a call may take in all: the answer is the engine's name and fault, and not that the time is over.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan StatsPatience = TimeSpan.FromSeconds(3);

    /// <summary>What an engine may take for a stop beyond the grace it was given, and for the start after it.</summary>
    private static readonly TimeSpan ActionMargin = TimeSpan.FromSeconds(15);

    /// <summary>After what has happened already, an engine whose clock is behind sends nothing until its clock has come to the end.</summary>
    private static readonly TimeSpan EventSilence = TimeSpan.FromSeconds(2);

    /// <summary>A log that is asked for by lines is not this large unless its lines are.</summary>
    private const long MostLogBytes = 32 << 20;

    public async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) =>
        new("Docker", (await VersionAsync(cancellationToken).ConfigureAwait(false)).Product);

    public async Task<EngineVersion> VersionAsync(CancellationToken cancellationToken)
    {
        var product = await connection.GetAsync("/version", IntegrationsJson.Default.EngineProduct, Patience, cancellationToken).ConfigureAwait(false);
        return new(product.Version ?? throw connection.Errors.MakesNoSense("It does not say its version."), connection.ApiVersion);
    }

    public async Task<IReadOnlyList<Container>> ListAsync(CancellationToken cancellationToken)
    {
        var containers = await connection.GetAsync("/containers/json?all=1", IntegrationsJson.Default.EngineContainerArray, Patience, cancellationToken).ConfigureAwait(false);
        return await WithHealthAsync(
            [.. containers.Where(container => container is { Id.Length: > 0 }).Select(container => ContainerMapping.ToContainer(container, name))], cancellationToken).ConfigureAwait(false);
    }

    public async Task<ContainerDetails> GetAsync(string id, CancellationToken cancellationToken) =>
        ContainerMapping.ToDetails(await InspectAsync(id, cancellationToken).ConfigureAwait(false), name);

    public async Task<ContainerUsage?> UsageAsync(string id, CancellationToken cancellationToken)
    {
        var stats = await StatsAsync().ConfigureAwait(false);
        if (UsageMath.HasEarlierSample(stats))
        {
            return UsageMath.Of(stats.Before, stats);
        }

        // One sample alone would only tell the average since the container's start.
        await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken).ConfigureAwait(false);
        return UsageMath.Of(stats.Cpu, await StatsAsync().ConfigureAwait(false));

        Task<EngineStats> StatsAsync() =>
            connection.GetAsync(Path(id, "stats?stream=false"), IntegrationsJson.Default.EngineStats, StatsPatience, cancellationToken);
    }

    public async IAsyncEnumerable<LogLine> LogsAsync(string id, LogRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Engines before API 1.42 do not say in which of its two formats a log is.
        var terminal = (await InspectAsync(id, cancellationToken).ConfigureAwait(false)).Config?.Tty ?? false;
        var since = range.Since is { } from ? $"&since={Seconds(from)}" : "";
        var path = Path(id, $"logs?stdout=1&stderr=1&timestamps=1&tail={range.Tail}&follow={(range.Follow ? 1 : 0)}{since}");

        // An engine may begin its answer only with the first line, which a follower may wait for as long as he likes.
        using var stream = range.Follow
            ? await connection.OpenAsync(HttpMethod.Get, path, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false)
            : await connection.OpenAsync(HttpMethod.Get, path, Patience, Patience, cancellationToken).ConfigureAwait(false);
        ReadBytes read = range.Follow ? stream.ReadAsync : AtMost(MostLogBytes, stream.ReadAsync);
        var chunks = terminal
            ? LogFrames.ReadRawAsync(read, cancellationToken)
            : LogFrames.ReadFramesAsync(read, connection.Errors.MakesNoSense, cancellationToken);
        await foreach (var line in LogLines.ReadAsync(chunks, cancellationToken).ConfigureAwait(false))
        {
            yield return line;
        }
    }

    public async IAsyncEnumerable<ContainerEvent> EventsAsync(
        DateTimeOffset from, DateTimeOffset? until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Podman answers nothing at all to a question with an end: its events are read until it falls silent.
        var end = until is { } last && !await connection.IsPodmanAsync(Patience, cancellationToken).ConfigureAwait(false) ? $"&until={Seconds(last)}" : "";
        var path = $"/events?since={Seconds(from)}{end}&filters={Uri.EscapeDataString("""{"type":["container"]}""")}";
        using var stream = until is null
            ? await connection.OpenAsync(HttpMethod.Get, path, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false)
            : await connection.OpenAsync(HttpMethod.Get, path, Patience, EventSilence, cancellationToken).ConfigureAwait(false);
        ReadBytes read = until is null ? stream.ReadAsync : UntilSilence(stream.ReadAsync);
        await foreach (var happened in JsonLines.ReadAsync(read, IntegrationsJson.Default.EngineEvent, connection.Errors.MakesNoSense, cancellationToken).ConfigureAwait(false))
        {
            if (ContainerMapping.ToEvent(happened, name) is { } told && !(told.Time > until))
            {
                yield return told;
            }
        }
    }

    public Task<bool> StartAsync(string id, CancellationToken cancellationToken) =>
        connection.DoAsync(HttpMethod.Post, Path(id, "start"), ActionMargin, cancellationToken);

    public Task<bool> StopAsync(string id, TimeSpan grace, CancellationToken cancellationToken) =>
        connection.DoAsync(HttpMethod.Post, Path(id, $"stop?t={(int)grace.TotalSeconds}"), grace + ActionMargin, cancellationToken);

    public Task RestartAsync(string id, TimeSpan grace, CancellationToken cancellationToken) =>
        connection.DoAsync(HttpMethod.Post, Path(id, $"restart?t={(int)grace.TotalSeconds}"), grace + ActionMargin, cancellationToken);

    public Task PauseAsync(string id, CancellationToken cancellationToken) =>
        connection.DoAsync(HttpMethod.Post, Path(id, "pause"), ActionMargin, cancellationToken);

    public Task UnpauseAsync(string id, CancellationToken cancellationToken) =>
        connection.DoAsync(HttpMethod.Post, Path(id, "unpause"), ActionMargin, cancellationToken);

    public Task RenameAsync(string id, string name, CancellationToken cancellationToken) =>
        connection.DoAsync(HttpMethod.Post, Path(id, $"rename?name={Uri.EscapeDataString(name)}"), ActionMargin, cancellationToken);

    public Task RemoveAsync(string id, bool force, CancellationToken cancellationToken) =>
        connection.DoAsync(HttpMethod.Delete, $"/containers/{Uri.EscapeDataString(id)}?force={(force ? 1 : 0)}", ActionMargin, cancellationToken);

    public void Dispose() => connection.Dispose();

    private Task<EngineInspection> InspectAsync(string id, CancellationToken cancellationToken) =>
        connection.GetAsync(Path(id, "json"), IntegrationsJson.Default.EngineInspection, Patience, cancellationToken);

    private static string Path(string id, string rest) => $"/containers/{Uri.EscapeDataString(id)}/{rest}";

    private static string Seconds(DateTimeOffset time) =>
        ((decimal)(time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerSecond).ToString("0.000000000", CultureInfo.InvariantCulture);

    private ReadBytes AtMost(long bytes, ReadBytes read) => async (buffer, token) =>
    {
        var count = await read(buffer, token).ConfigureAwait(false);
        bytes -= count;
        return bytes >= 0 ? count : throw new ProcedureException(new(ProcedureErrorCode.BadGateway, ErrorReason.TooLarge,
            $"These lines of the log on {name} are more than {MostLogBytes >> 20} MB. Ask for fewer."));
    };

    private static ReadBytes UntilSilence(ReadBytes read) => async (buffer, token) =>
    {
        try
        {
            return await read(buffer, token).ConfigureAwait(false);
        }
        catch (ProcedureException exception) when (exception.Error.Reason == ErrorReason.Timeout)
        {
            return 0;
        }
    };
}
