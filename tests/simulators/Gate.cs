using System.Net;
using System.Net.Sockets;

namespace HomeDash.Simulators;

/// <summary>How a service is reached.</summary>
public enum GateState
{
    /// <summary>Everything gets through.</summary>
    Open,

    /// <summary>Whoever comes is let in and hears nothing, as with a machine that hangs.</summary>
    Silent,

    /// <summary>Nobody listens any more, as with a service that has ended.</summary>
    Shut,
}

/// <summary>What stands before a service and can be shut: it passes bytes on, whatever they mean.</summary>
public sealed class Gate : IAsyncDisposable
{
    private readonly Uri service;
    private readonly int port;
    private readonly Lock changing = new();
    private CancellationTokenSource state = new();
    private TcpListener? listener;

    /// <summary>Opens before a service.</summary>
    /// <param name="service">Where it is.</param>
    public Gate(Uri service)
    {
        this.service = service;
        listener = new(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = LetInAsync(listener, GateState.Open, state.Token);
    }

    /// <summary>Where the service is for those who come through the gate.</summary>
    public Uri Url => new UriBuilder(service) { Host = "127.0.0.1", Port = port }.Uri;

    /// <summary>Changes it. Connections that were open end.</summary>
    public void Become(GateState next)
    {
        lock (changing)
        {
            state.Cancel();
            state.Dispose();
            state = new();
            listener?.Dispose();
            listener = null;
            if (next != GateState.Shut)
            {
                listener = new(IPAddress.Loopback, port);
                listener.Start();
                _ = LetInAsync(listener, next, state.Token);
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Become(GateState.Shut);
        state.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task LetInAsync(TcpListener door, GateState how, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var visitor = await door.AcceptTcpClientAsync(cancellationToken);
                _ = ServeAsync(visitor, how, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The gate has become something else.
        }
    }

    private async Task ServeAsync(TcpClient visitor, GateState how, CancellationToken cancellationToken)
    {
        using var guest = visitor;
        using var host = new TcpClient();
        try
        {
            if (how == GateState.Silent)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            await host.ConnectAsync(service.Host, service.Port, cancellationToken);
            var (outside, inside) = (guest.GetStream(), host.GetStream());
            await await Task.WhenAny(outside.CopyToAsync(inside, cancellationToken), inside.CopyToAsync(outside, cancellationToken));
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
        {
            // Either side has left, or the gate has become something else.
        }
    }
}
