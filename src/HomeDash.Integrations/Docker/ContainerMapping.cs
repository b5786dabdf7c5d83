using System.Globalization;
using HomeDash.Integrations.Docker.Wire;

namespace HomeDash.Integrations.Docker;

/// <summary>From the engine's words to HomeDash's.</summary>
internal static class ContainerMapping
{
    private const int MostHealthOutput = 500;

    public static Container ToContainer(EngineContainer container, string engine) => new()
    {
        Id = container.Id ?? "",
        Name = Name(container),
        Engine = engine,
        Image = container.Image ?? "",
        ImageId = ImageId(container.ImageID),
        State = State(container.State),
        Status = container.Status ?? "",
        Health = HealthOfStatus(container.Status ?? ""),
        CreatedAt = DateTimeOffset.FromUnixTimeSeconds(container.Created),
        Ports = [.. (container.Ports ?? [])
            .Select(port => new ContainerPort(port.PrivatePort, port.Type ?? "tcp", port.PublicPort is > 0 ? port.PublicPort : null, NullIfEmpty(port.IP)))
            .OrderBy(port => port.PrivatePort).ThenBy(port => port.Ip, StringComparer.Ordinal)],
        Labels = container.Labels ?? [],
    };

    public static ContainerDetails ToDetails(EngineInspection inspection, string engine)
    {
        var state = State(inspection.State?.Status);
        var startedAt = Times.Read(inspection.State?.StartedAt);
        return new()
        {
            Id = inspection.Id ?? "",
            Name = (inspection.Name ?? "").TrimStart('/'),
            Engine = engine,
            Image = inspection.Config?.Image ?? "",
            ImageId = ImageId(inspection.Image),
            AutoRemove = inspection.HostConfig?.AutoRemove ?? false,
            State = state,
            Health = Health(inspection.State?.Health?.Status),
            CreatedAt = Times.Read(inspection.Created) ?? DateTimeOffset.UnixEpoch,
            StartedAt = startedAt,
            FinishedAt = Times.Read(inspection.State?.FinishedAt),
            ExitCode = state is RunState.Exited or RunState.Dead ? inspection.State?.ExitCode : null,
            Error = NullIfEmpty(inspection.State?.Error),
            RestartCount = inspection.RestartCount,
            RestartPolicy = NullIfEmpty(inspection.HostConfig?.RestartPolicy?.Name) ?? "no",
            Command = inspection.Path is { Length: > 0 } path ? [path, .. inspection.Args ?? []] : inspection.Args ?? [],
            EnvironmentNames = [.. (inspection.Config?.Env ?? []).Select(pair => pair.Split('=', 2)[0]).Order(StringComparer.Ordinal)],
            Labels = inspection.Config?.Labels ?? [],
            Ports = [.. (inspection.NetworkSettings?.Ports ?? []).SelectMany(pair => Ports(pair.Key, pair.Value))
                .OrderBy(port => port.PrivatePort).ThenBy(port => port.Ip, StringComparer.Ordinal)],
            Mounts = [.. (inspection.Mounts ?? []).Select(mount => new ContainerMount(
                mount.Type ?? "", NullIfEmpty(mount.Name) ?? mount.Source ?? "", mount.Destination ?? "", mount.RW))],
            Networks = [.. (inspection.NetworkSettings?.Networks ?? []).Select(pair => new ContainerNetwork(pair.Key, NullIfEmpty(pair.Value?.IPAddress)))],
            SharesNetworkOf = inspection.HostConfig?.NetworkMode is { } mode && mode.StartsWith(ContainerBlueprint.OtherContainer, StringComparison.Ordinal) ? mode[ContainerBlueprint.OtherContainer.Length..] : null,
            Terminal = inspection.Config?.Tty ?? false,
            HealthLog = [.. (inspection.State?.Health?.Log ?? []).Select(run => new HealthCheckRun(Times.Read(run.End), run.ExitCode, Short(run.Output ?? "")))],
        };
    }

    /// <summary>The id of an image as Docker writes it: Podman leaves out what is before the colon.</summary>
    public static string? ImageId(string? id) => id is null or "" ? null : id.Contains(':') ? id : $"sha256:{id}";

    /// <summary>
    /// An event as HomeDash tells it, in Docker's words; null for what is left out: commands run inside a container, of which
    /// health checks run thousands, and the steps within a start and an end that only Podman tells.
    /// </summary>
    public static ContainerEvent? ToEvent(EngineEvent happened, string engine)
    {
        var action = happened.Action switch { "remove" => "destroy", "died" => "die", var word => word };
        if (action is null or "" or "init" or "cleanup" || happened.Actor?.ID is not { Length: > 0 } id || action.StartsWith("exec_", StringComparison.Ordinal))
        {
            return null;
        }

        var attributes = happened.Actor.Attributes ?? [];

        // Podman gives every event an exit code, 0 for those that are no end.
        var exit = action == "die" ? attributes.GetValueOrDefault("exitCode") ?? attributes.GetValueOrDefault("containerExitCode") : null;
        return new(
            happened.TimeNano > 0 ? DateTimeOffset.UnixEpoch.AddTicks(happened.TimeNano / 100) : DateTimeOffset.FromUnixTimeSeconds(happened.Time),
            action,
            id,
            attributes.GetValueOrDefault("name") ?? id[..Math.Min(12, id.Length)],
            engine,
            int.TryParse(exit, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) ? code : null);
    }

    /// <summary>The container's own name: one that is linked to also has names under others. One being removed may have none.</summary>
    public static string Name(EngineContainer container) =>
        container.Names?.Select(name => name.TrimStart('/')).FirstOrDefault(name => name.Length > 0 && !name.Contains('/'))
        ?? container.Id?[..Math.Min(12, container.Id.Length)] ?? "";

    private static RunState State(string? word) => word switch
    {
        "created" or "configured" or "initialized" => RunState.Created,
        "running" or "stopping" => RunState.Running,
        "paused" => RunState.Paused,
        "restarting" => RunState.Restarting,
        "exited" or "stopped" => RunState.Exited,
        "dead" => RunState.Dead,
        "removing" => RunState.Removing,
        _ => RunState.Unknown,
    };

    private static ContainerHealth Health(string? word) => word switch
    {
        "starting" => ContainerHealth.Starting,
        "healthy" => ContainerHealth.Healthy,
        "unhealthy" => ContainerHealth.Unhealthy,
        _ => ContainerHealth.None,
    };

    /// <summary>Only from API 1.52 on does a list say the health by itself; before, the status ends with it.</summary>
    private static ContainerHealth HealthOfStatus(string status) =>
        status.EndsWith("(healthy)", StringComparison.Ordinal) ? ContainerHealth.Healthy
        : status.EndsWith("(unhealthy)", StringComparison.Ordinal) ? ContainerHealth.Unhealthy
        : status.EndsWith("(health: starting)", StringComparison.Ordinal) ? ContainerHealth.Starting
        : ContainerHealth.None;

    /// <param name="key">For example <c>8080/tcp</c>.</param>
    /// <param name="bindings">Where it is published; null when it is not.</param>
    private static IEnumerable<ContainerPort> Ports(string key, EngineBinding[]? bindings)
    {
        var (number, protocol) = key.Split('/') is [var first, var second] ? (first, second) : (key, "tcp");
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            return [];
        }

        return bindings is null or []
            ? [new(port, protocol)]
            : bindings.Select(binding => new ContainerPort(port, protocol,
                int.TryParse(binding.HostPort, NumberStyles.None, CultureInfo.InvariantCulture, out var published) ? published : null, NullIfEmpty(binding.HostIp)));
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string Short(string text) => text.Length > MostHealthOutput ? text[..MostHealthOutput] + "…" : text;
}
