using HomeDash.Procedures;

namespace HomeDash.Integrations.PiHole;

/// <summary>A Pi-hole of version 5 or 6. Version 6 is tried first, with the sign-in that it needs anyway; one that does not know it is version 5 when it says so.</summary>
internal sealed class PiHoleClient : IDnsHole, IIntegrationClient, IAsyncDisposable
{
    private readonly ServiceHttp http;
    private readonly TimeProvider clock;
    private readonly SixSession session;
    private readonly PiHoleSix six;
    private readonly PiHoleFive five;
    private volatile IPiHoleApi? known;

    public PiHoleClient(ServiceHttp http, string name, Secret? key, TimeProvider clock)
    {
        (this.http, this.clock) = (http, clock);
        session = new(http, name, key);
        six = new(http.Errors, session, clock);
        five = new(http, key, clock);
    }

    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => AskAsync(api => api.TestAsync(cancellationToken), cancellationToken);

    public Task<Blocking> BlockingAsync(CancellationToken cancellationToken) => AskAsync(api => api.BlockingAsync(cancellationToken), cancellationToken);

    public Task<DnsHoleReading> ReadAsync(CancellationToken cancellationToken) => AskAsync(api => api.ReadAsync(cancellationToken), cancellationToken);

    public Task<TopBlocked> TopBlockedAsync(int limit, CancellationToken cancellationToken) =>
        AskAsync(api => api.TopBlockedAsync(limit, cancellationToken), cancellationToken);

    public Task<Blocking> EnableAsync(CancellationToken cancellationToken) => AskAsync(api => api.EnableAsync(cancellationToken), cancellationToken);

    public Task<Blocking> DisableAsync(TimeSpan? pause, CancellationToken cancellationToken) =>
        AskAsync(api => api.DisableAsync(pause, cancellationToken), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await session.EndAsync(clock).ConfigureAwait(false);
        session.Dispose();
        http.Dispose();
    }

    private async Task<T> AskAsync<T>(Func<IPiHoleApi, Task<T>> ask, CancellationToken cancellationToken)
    {
        if (known is { } api)
        {
            try
            {
                return await ask(api).ConfigureAwait(false);
            }
            catch (ProcedureException exception) when (api == five && exception.Error.Reason == ErrorReason.ServiceFailed)
            {
                // It may have been updated to version 6: the next call looks again.
                known = null;
                throw;
            }
        }

        try
        {
            var answer = await ask(six).ConfigureAwait(false);
            known = six;
            return answer;
        }
        catch (ProcedureException exception) when (exception.Error.Reason == ErrorReason.ServiceFailed && !session.SignedIn)
        {
            // Nothing but the sign-in has been sent, so asking again does nothing twice.
            if (!await five.IsThereAsync(cancellationToken).ConfigureAwait(false))
            {
                throw;
            }
        }

        known = five;
        return await ask(five).ConfigureAwait(false);
    }
}

/// <summary>How one version of Pi-hole is spoken to.</summary>
internal interface IPiHoleApi : IDnsHole, IIntegrationClient;
