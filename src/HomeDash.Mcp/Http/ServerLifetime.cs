using Microsoft.Extensions.Hosting;

namespace HomeDash.Mcp;

/// <summary>When HomeDash is about to end: who listens is sent away at once, who called gets a moment.</summary>
internal sealed class ServerLifetime : IDisposable
{
    /// <summary>How long calls may go on: less than the ten seconds that the host waits for all of it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource ended = new();
    private readonly CancellationTokenRegistration registration;

    public ServerLifetime(IHostApplicationLifetime host)
    {
        Stopping = host.ApplicationStopping;
        registration = Stopping.Register(() => ended.CancelAfter(Grace));
    }

    /// <summary>HomeDash begins to end.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Calls that still run have had their time.</summary>
    public CancellationToken Ended => ended.Token;

    public void Dispose()
    {
        registration.Dispose();
        ended.Dispose();
    }
}
