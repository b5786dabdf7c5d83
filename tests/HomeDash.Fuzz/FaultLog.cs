using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HomeDash.Fuzz;

/// <summary>Keeps what is logged as an error: no request may bring HomeDash to that.</summary>
public sealed class FaultLog : ILoggerProvider, ILogger
{
    private const int MostKept = 20;

    private readonly ConcurrentQueue<string> lines = [];
    private long count;

    /// <summary>How many there were.</summary>
    public long Count => Interlocked.Read(ref count);

    /// <summary>The first of them.</summary>
    public IReadOnlyCollection<string> Lines => lines;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && Interlocked.Increment(ref count) <= MostKept)
        {
            lines.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
