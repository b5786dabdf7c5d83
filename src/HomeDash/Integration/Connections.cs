using System.Collections.Frozen;
using HomeDash.Procedures;
using Microsoft.Extensions.Logging;

namespace HomeDash;

/// <summary>The clients of all configured integrations, one each for as long as its configuration stays the same.</summary>
public sealed partial class Connections : IAsyncDisposable
{
    private readonly FrozenDictionary<string, IIntegrationKind> kinds;
    private readonly ILogger<Connections> logger;
    private volatile IReadOnlyList<Connection<object>> open = [];

    /// <summary>Knows how to connect to these kinds.</summary>
    public Connections(IEnumerable<IIntegrationKind> kinds, ILogger<Connections> logger) =>
        (this.kinds, this.logger) = (kinds.ToFrozenDictionary(kind => kind.Kind, StringComparer.Ordinal), logger);

    /// <summary>Raised after the set of connections has changed.</summary>
    public event Action? Changed;

    /// <summary>The integrations that can do something, with the client that does it.</summary>
    /// <typeparam name="TCapability">A capability interface, for example <c>IContainerEngine</c>.</typeparam>
    public IReadOnlyList<Connection<TCapability>> With<TCapability>()
        where TCapability : class =>
        [.. open.Where(connection => connection.Client is TCapability)
            .Select(connection => new Connection<TCapability>(connection.Integration, (TCapability)connection.Client))];

    /// <summary>
    /// Takes the configuration as it is now: keeps the clients of unchanged integrations, closes the others. One whose
    /// address makes no sense is left out with a warning; it must not keep the others from working.
    /// </summary>
    public async Task SetAsync(IReadOnlyList<Integration> integrations)
    {
        var before = open;
        var kept = before.Where(connection => integrations.Contains(connection.Integration)).ToDictionary(connection => connection.Integration);
        open = [.. integrations
            .Where(integration => kinds.ContainsKey(integration.Kind))
            .Select(integration => kept.GetValueOrDefault(integration) ?? Connect(integration))
            .OfType<Connection<object>>()];
        Changed?.Invoke();
        await CloseAsync(before.Except(kept.Values)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await CloseAsync(open).ConfigureAwait(false);

    private Connection<object>? Connect(Integration integration)
    {
        try
        {
            return new(integration, kinds[integration.Kind].Connect(integration));
        }
        catch (ProcedureException exception)
        {
            LogLeftOut(integration.Name, exception.Error.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The integration {Name} is left out: {Reason}")]
    private partial void LogLeftOut(string name, string reason);

    private static async Task CloseAsync(IEnumerable<Connection<object>> connections)
    {
        foreach (var client in connections.Select(connection => connection.Client))
        {
            switch (client)
            {
                case IAsyncDisposable closing:
                    await closing.DisposeAsync().ConfigureAwait(false);
                    break;
                case IDisposable closing:
                    closing.Dispose();
                    break;
            }
        }
    }
}

/// <summary>An integration and its client.</summary>
/// <param name="Integration">The integration.</param>
/// <param name="Client">The client, as the capability that was asked for.</param>
public sealed record Connection<TCapability>(Integration Integration, TCapability Client)
    where TCapability : class;
