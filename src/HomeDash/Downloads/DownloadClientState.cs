namespace HomeDash;

/// <summary>What a download client as a whole is doing.</summary>
/// <param name="Integration">The integration's name.</param>
/// <param name="Paused">Whether everything is held: by the client's own switch, or because each unfinished download is.</param>
/// <param name="DownBytesPerSecond">What comes in, in bytes per second.</param>
/// <param name="UpBytesPerSecond">What goes out, in bytes per second; absent for clients that send nothing.</param>
/// <param name="DownLimitBytesPerSecond">The most that may come in, in bytes per second; absent without a limit.</param>
/// <param name="UpLimitBytesPerSecond">The most that may go out, in bytes per second; absent without a limit.</param>
/// <param name="FreeBytes">Room left where it saves, in bytes; absent where the client does not tell.</param>
public sealed record DownloadClientState(
    string Integration,
    bool Paused,
    long DownBytesPerSecond,
    long? UpBytesPerSecond = null,
    long? DownLimitBytesPerSecond = null,
    long? UpLimitBytesPerSecond = null,
    long? FreeBytes = null);

/// <summary>A limit of the speed of a whole client.</summary>
public enum SpeedLimit
{
    /// <summary>The most that may come in.</summary>
    DownBytesPerSecond,

    /// <summary>The most that may go out.</summary>
    UpBytesPerSecond,
}

/// <summary>How limits are written.</summary>
internal static class SpeedLimits
{
    /// <summary>The name of the argument that sets it.</summary>
    public static string ToWire(this SpeedLimit limit) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(limit.ToString());
}
