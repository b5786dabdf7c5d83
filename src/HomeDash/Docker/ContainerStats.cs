namespace HomeDash;

/// <summary>What running containers use at one moment.</summary>
/// <param name="Items">The running containers that could be measured, sorted by name.</param>
/// <param name="Engines">Which engines answered: containers of one that did not are missing.</param>
public sealed record ContainerStats(IReadOnlyList<MeasuredContainer> Items, IReadOnlyList<EngineReport> Engines);

/// <summary>What one container uses.</summary>
/// <param name="Id">Its full id, 64 hexadecimal digits.</param>
/// <param name="Name">Its name, without a leading slash.</param>
/// <param name="Engine">The name of the engine it is on.</param>
/// <param name="CpuPercent">Processor use in percent, where 100 is one core.</param>
/// <param name="MemoryBytes">Memory in use in bytes, without the file cache that can be given back.</param>
/// <param name="MemoryLimitBytes">The most memory it may use in bytes; absent when the engine names none.</param>
public sealed record MeasuredContainer(string Id, string Name, string Engine, double CpuPercent, long MemoryBytes, long? MemoryLimitBytes = null);
