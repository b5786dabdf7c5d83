using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomeDash.Integrations.Glances;

/// <summary>GET /api/4/status; version 3 answers it with nothing.</summary>
internal sealed record GlancesStatus(string Version);

/// <summary>GET /cpu.</summary>
/// <param name="Total">Use in percent.</param>
/// <param name="CtxSwitches">How many context switches there were since the last measurement.</param>
/// <param name="TimeSinceUpdate">How long ago the last measurement was, in seconds.</param>
/// <param name="Cpucore">How many cores there are.</param>
internal sealed record GlancesCpu(double Total, double? CtxSwitches = null, double? TimeSinceUpdate = null, int? Cpucore = null)
{
    /// <summary>
    /// Until two measurements can be compared, version 3 says 100 without a context switch, and version 4 says 100 without
    /// the time between them and then 0 without a context switch. A machine that answers has switched in the meantime.
    /// </summary>
    [JsonIgnore]
    public double? Measured => TimeSinceUpdate > 0 && CtxSwitches > 0 ? Total : null;
}

/// <summary>GET /mem, in bytes.</summary>
internal sealed record GlancesMemory(long Total, long Used);

/// <summary>GET /load.</summary>
internal sealed record GlancesLoad(double Min1, double Min5, double Min15);

/// <summary>GET /system.</summary>
internal sealed record GlancesSystem(string Hostname, string? HrName = null, string? LinuxDistro = null, string? OsName = null);

/// <summary>An entry of GET /network. Rates: version 3 counts rx and tx since the last measurement, version 4 bytes_recv and bytes_sent.</summary>
internal sealed record GlancesInterface(
    string InterfaceName,
    double? TimeSinceUpdate = null,
    bool? IsUp = null,
    double? Rx = null,
    double? Tx = null,
    double? BytesRecv = null,
    double? BytesSent = null)
{
    /// <summary>What came in since the last measurement, in bytes.</summary>
    [JsonIgnore]
    public double Received => BytesRecv ?? Rx ?? 0;

    /// <summary>What went out since the last measurement, in bytes.</summary>
    [JsonIgnore]
    public double Sent => BytesSent ?? Tx ?? 0;
}

/// <summary>An entry of GET /fs, in bytes.</summary>
internal sealed record GlancesFileSystem(string MntPoint, long Size, long Used, long Free, string? DeviceName = null, string? FsType = null);

/// <summary>An entry of GET /sensors. A value that could not be read is a word, such as <c>SLP</c> of a sleeping disk.</summary>
internal sealed record GlancesSensor(string Label, JsonElement Value, string? Type = null, string? Unit = null, JsonElement Warning = default, JsonElement Critical = default);

/// <summary>An entry of GET /raid: how many devices an array has, and how many of them it uses. Numbers come as words.</summary>
internal sealed record GlancesArray(JsonElement Available = default, JsonElement Used = default);
