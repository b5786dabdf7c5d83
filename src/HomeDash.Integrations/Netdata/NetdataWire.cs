namespace HomeDash.Integrations.Netdata;

/// <summary>GET /api/v1/info. Numbers come as words; what is not known is <c>unknown</c>.</summary>
internal sealed record NetdataInfo(string Version, string[] MirroredHosts, string? OsName = null, string? ContainerOsName = null, string? CoresTotal = null, string? RamTotal = null);

/// <summary>A chart of GET /api/v1/allmetrics.</summary>
/// <param name="Dimensions">The last values by their ids.</param>
/// <param name="Family">For disk_space: where the file system is mounted.</param>
/// <param name="Context">The kind of chart.</param>
/// <param name="Units">The unit of all values.</param>
internal sealed record NetdataChart(IReadOnlyDictionary<string, NetdataDimension> Dimensions, string? Family = null, string? Context = null, string? Units = null);

/// <summary>A value of a chart.</summary>
/// <param name="Name">What the value is called.</param>
/// <param name="Value">The last value; null until it has been collected.</param>
internal sealed record NetdataDimension(string Name, double? Value = null);
