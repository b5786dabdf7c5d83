using HomeDash.Procedures;
using Microsoft.Extensions.Logging;

namespace HomeDash;

/// <summary>The clients of all configured integrations, one each for as long as its configuration stays the same.</summary>
public sealed partial class Connections(IntegrationKinds kinds, ILogger<Connections> logger) : IAsyncDisposable
{
    private readonly SemaphoreSlim setting = new(1, 1);
    private volatile IReadOnlyList<Line> lines = [];

    /// <summary>Raised after the set of connections has changed.</summary>
    public event Action? Changed;

    /// <summary>All configured integrations, whether they could be connected or not.</summary>
    public IReadOnlyList<Integration> Integrations => [.. lines.Select(line => line.Integration)];

    /// <summary>The integrations that can do something, with the client that does it.</summary>
    /// <typeparam name="TCapability">A capability interface, for example <c>IContainerEngine</c>.</typeparam>
    public IReadOnlyList<Connection<TCapability>> With<TCapability>()
        where TCapability : class =>
        [.. lines.Where(line => line.Client is TCapability).Select(line => new Connection<TCapability>(line.Integration, (TCapability)line.Client!))];

    /// <summary>Why an integration has no client; null when it has one.</summary>
    public ProcedureError? ProblemOf(string integrationId) => Find(integrationId)?.Problem;

    /// <summary>All configured integrations, each with its client or with why it has none.</summary>
    internal IReadOnlyList<Line> Lines => lines;

    /// <summary>An integration with its client or with why it has none; null when there is none with this id.</summary>
    internal Line? Find(string integrationId) => lines.FirstOrDefault(line => line.Integration.Id == integrationId);

    /// <summary>
    /// Takes the configuration as it is now: keeps the clients of unchanged integrations, closes the others. One that makes
    /// no sense, by its address, its credentials or its kind, gets no client; it must not keep the others from working.
    /// </summary>
    public async Task SetAsync(IReadOnlyList<Integration> integrations)
    {
        IReadOnlyList<Line> before;
        IReadOnlyDictionary<Integration, Line> kept;
        await setting.WaitAsync().ConfigureAwait(false);
        try
        {
            before = lines;
            kept = before.Where(line => integrations.Contains(line.Integration)).ToDictionary(line => line.Integration);
            lines = [.. integrations.Select(integration => kept.GetValueOrDefault(integration) ?? Connect(integration))];
        }
        finally
        {
            setting.Release();
        }

        Changed?.Invoke();
        await CloseAsync(before.Except(kept.Values)).ConfigureAwait(false);
    }

    /// <summary>Gives an integration a new client, which knows nothing of what became of the old one. Does nothing when it is configured otherwise by now.</summary>
    public async Task RenewAsync(Integration integration)
    {
        Line[] before;
        await setting.WaitAsync().ConfigureAwait(false);
        try
        {
            before = [.. lines.Where(line => line.Integration == integration)];
            lines = [.. lines.Select(line => before.Contains(line) ? Connect(integration) : line)];
        }
        finally
        {
            setting.Release();
        }

        if (before.Length > 0)
        {
            Changed?.Invoke();
            await CloseAsync(before).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync(lines).ConfigureAwait(false);
        setting.Dispose();
    }

    /// <summary>Closes a client.</summary>
    public static async ValueTask CloseAsync(IIntegrationClient? client)
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

    private Line Connect(Integration integration)
    {
        try
        {
            return new(integration, kinds.Connect(integration), null);
        }
        catch (ProcedureException exception)
        {
            LogLeftOut(integration.Name, exception.Error.Message);
            return LeftOut(integration, exception.Error.Message);
        }
        catch (Exception exception)
        {
            LogBroken(exception, integration.Name);
            return LeftOut(integration, "HomeDash cannot make a connection of it; its log says why.");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The integration {Name} is left out: {Reason}")]
    private partial void LogLeftOut(string name, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The integration {Name} is left out")]
    private partial void LogBroken(Exception exception, string name);

    /// <summary>What is wrong with what is stored is no fault in the input of the calls that come upon it.</summary>
    private static Line LeftOut(Integration integration, string why) => new(
        integration, null,
        new(ProcedureErrorCode.PreconditionFailed, ErrorReason.WrongState, $"{integration.Name} cannot be used as it is stored. {why} Change it on the page Integrations, or delete it there."));

    private static async Task CloseAsync(IEnumerable<Line> lines)
    {
        foreach (var line in lines)
        {
            await CloseAsync(line.Client).ConfigureAwait(false);
        }
    }

    /// <summary>An integration, and either its client or why it has none.</summary>
    internal sealed record Line(Integration Integration, IIntegrationClient? Client, ProcedureError? Problem);
}

/// <summary>An integration and its client.</summary>
/// <param name="Integration">The integration.</param>
/// <param name="Client">The client, as the capability that was asked for.</param>
public sealed record Connection<TCapability>(Integration Integration, TCapability Client)
    where TCapability : class;
