using System.Text.Json.Serialization;

namespace HomeDash.Integrations.NzbGet;

/// <summary>An answer of NZBGet: HTTP is 200 for failures too.</summary>
internal sealed record NzbGetAnswer<T>([property: JsonPropertyName("result")] T? Result = default, [property: JsonPropertyName("error")] NzbGetError? Error = null);

/// <summary>What went wrong.</summary>
internal sealed record NzbGetError([property: JsonPropertyName("message")] string Message);

/// <summary>What the program as a whole is doing. A limit of 0 is none; free space of 0 is not known.</summary>
internal sealed record NzbGetStatus(bool DownloadPaused, long DownloadRate, long DownloadLimit, [property: JsonPropertyName("FreeDiskSpaceMB")] long FreeMegabytes);

/// <summary>A post in the queue.</summary>
internal sealed record NzbGetGroup(
    [property: JsonPropertyName("NZBID")] int Id,
    [property: JsonPropertyName("NZBName")] string Name,
    string Kind,
    string Status,
    string Category,
    string DestDir,
    string FinalDir,
    uint FileSizeLo,
    uint FileSizeHi,
    uint RemainingSizeLo,
    uint RemainingSizeHi,
    uint PausedSizeLo,
    uint PausedSizeHi)
{
    public long Size => NzbGetMapping.Whole(FileSizeHi, FileSizeLo);

    public long Remaining => NzbGetMapping.Whole(RemainingSizeHi, RemainingSizeLo);

    public long Paused => NzbGetMapping.Whole(PausedSizeHi, PausedSizeLo);
}

/// <summary>A post that has left the queue.</summary>
internal sealed record NzbGetPast(
    [property: JsonPropertyName("NZBID")] int Id, string Name, string Status, string Category, string DestDir, string FinalDir, uint FileSizeLo, uint FileSizeHi, long HistoryTime)
{
    public long Size => NzbGetMapping.Whole(FileSizeHi, FileSizeLo);
}

/// <summary>A file of a post in the queue.</summary>
internal sealed record NzbGetFile(string Filename, uint FileSizeLo, uint FileSizeHi, uint RemainingSizeLo, uint RemainingSizeHi)
{
    public long Size => NzbGetMapping.Whole(FileSizeHi, FileSizeLo);

    public long Remaining => NzbGetMapping.Whole(RemainingSizeHi, RemainingSizeLo);
}
