namespace HomeDash;

/// <summary>A service that watches one machine. Every method throws <see cref="Procedures.ProcedureException"/> with a reason of the service.</summary>
[Capability("healthMonitoring")]
public interface ISystemMonitor
{
    /// <summary>What the machine is busy with.</summary>
    Task<SystemState> SystemAsync(CancellationToken cancellationToken);

    /// <summary>The machine's file systems that can fill up: none that live in memory, none that can only be read.</summary>
    Task<IReadOnlyList<Disk>> DisksAsync(CancellationToken cancellationToken);

    /// <summary>The machine's temperatures and fans; none where it has no sensors.</summary>
    Task<IReadOnlyList<Sensor>> SensorsAsync(CancellationToken cancellationToken);
}
