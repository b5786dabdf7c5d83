using System.Globalization;

namespace HomeDash.Integrations.Arr;

/// <summary>Turns a queue into what HomeDash shows: one thing per download, whatever number of episodes it holds.</summary>
internal static class ArrQueue
{
    private const int LongestError = 300;

    public static IReadOnlyList<QueuedMedia> Of<T>(IEnumerable<T> records, string integration, Func<IReadOnlyList<T>, ArrSubject> subject)
        where T : ArrQueued =>
        [.. records.GroupBy(record => string.IsNullOrEmpty(record.DownloadId) ? $"#{record.Id}" : record.DownloadId).Select(group => One([.. group], integration, subject))];

    private static QueuedMedia One<T>(IReadOnlyList<T> parts, string integration, Func<IReadOnlyList<T>, ArrSubject> subject)
        where T : ArrQueued
    {
        var (first, what) = (parts[0], subject(parts));
        var (size, left) = ((long)(first.Size ?? 0), (long)(first.SizeLeft ?? 0));
        return new()
        {
            Id = first.Id.ToString(CultureInfo.InvariantCulture),
            Kind = what.Kind,
            Title = what.Title ?? first.Title ?? "Unknown",
            Detail = parts.Count == 1 ? Amounts.Text(what.Detail) : null,
            Season = what.Season,
            Episode = parts.Count == 1 ? what.Episode : null,
            Count = parts.Count > 1 ? parts.Count : null,
            State = StateOf(first),
            Progress = Amounts.Share(Math.Max(0, size - left), size),
            SizeBytes = Amounts.Known(size),
            EtaSeconds = TimeSpan.TryParse(first.TimeLeft, CultureInfo.InvariantCulture, out var eta) ? Amounts.Known((long)eta.TotalSeconds) : null,
            Error = ErrorOf(first),
            Release = Amounts.Text(first.Title),
            Client = Amounts.Text(first.DownloadClient),
            Link = what.Link,
            Integration = integration,
        };
    }

    /// <summary>What the program does with it goes before what the download client does: that one is done when the program begins.</summary>
    private static QueuedState StateOf(ArrQueued record) => (Word(record.TrackedDownloadState), Word(record.Status)) switch
    {
        ("failed" or "failedpending" or "importfailed" or "downloadfailed" or "downloadfailedpending", _) or (_, "failed") => QueuedState.Failed,
        ("importblocked", _) => QueuedState.Blocked,
        ("importpending", _) when Word(record.TrackedDownloadStatus) is "warning" or "error" => QueuedState.Blocked,
        ("importpending" or "importing" or "imported", _) => QueuedState.Importing,
        _ when Word(record.TrackedDownloadStatus) == "error" => QueuedState.Failed,
        (_, "warning" or "downloadclientunavailable") => QueuedState.Stalled,
        (_, "downloading") => QueuedState.Downloading,
        (_, "completed") => QueuedState.Importing,
        (_, "queued") => QueuedState.Queued,
        (_, "delay" or "fallback") => QueuedState.Delayed,
        (_, "paused") => QueuedState.Paused,
        _ => QueuedState.Unknown,
    };

    /// <summary>What is wrong: the error of the download client, or else what the program says of the files, once each.</summary>
    private static string? ErrorOf(ArrQueued record)
    {
        var said = (record.StatusMessages ?? []).SelectMany(message => message.Messages is { Count: > 0 } lines ? lines : [message.Title ?? ""]);
        var words = string.Join(" ", said.Prepend(record.ErrorMessage ?? "").Select(line => line.Trim()).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal));
        return words.Length == 0 ? null : words.Length > LongestError ? words[..LongestError] + "…" : words;
    }

    private static string? Word(string? given) => given?.ToLowerInvariant();
}

/// <summary>What an entry of a queue is about.</summary>
internal sealed record ArrSubject(CollectedKind Kind, string? Title, string? Detail, string? Link, int? Season = null, int? Episode = null);
