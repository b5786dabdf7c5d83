using System.Diagnostics;
using System.Globalization;

namespace HomeDash.Benchmarks.Http;

/// <summary>What a process has used, as the kernel counts it.</summary>
/// <param name="id">The process.</param>
internal sealed class ProcessClock(int id)
{
    /// <summary>The time it has spent on a processor.</summary>
    public TimeSpan Cpu => Process.GetProcessById(id).TotalProcessorTime;

    /// <summary>What it holds of the machine's memory, in bytes.</summary>
    public long Memory => Process.GetProcessById(id).WorkingSet64;

    /// <summary>The process of this user that listens on a port of this machine; null when none can be found.</summary>
    public static ProcessClock? ListeningOn(int port)
    {
        // /proc/net/tcp: local address is the second column, state 0A is LISTEN, the socket's inode the tenth.
        var suffix = $":{port.ToString("X4", CultureInfo.InvariantCulture)}";
        var inode = new[] { "/proc/net/tcp", "/proc/net/tcp6" }.Where(File.Exists).SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .FirstOrDefault(columns => columns.Length > 9 && columns[1].EndsWith(suffix, StringComparison.Ordinal) && columns[3] == "0A")?[9];
        return inode is not null && Process.GetProcesses().FirstOrDefault(process => Holds(process.Id, $"socket:[{inode}]")) is { } found ? new(found.Id) : null;
    }

    private static bool Holds(int id, string socket)
    {
        try
        {
            return Directory.EnumerateFiles($"/proc/{id}/fd").Any(file => new FileInfo(file).LinkTarget == socket);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile, or belongs to somebody else.
            return false;
        }
    }
}
