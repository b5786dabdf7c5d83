using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// Tries a configuration with a client of its own, which knows nothing of earlier failures. Where it works and the one that
/// serves has failed, that one begins anew too: it may hold back credentials that the service has refused.
/// </summary>
internal sealed class ConnectionTrial(IntegrationKinds kinds, Connections connections, ConnectionPulse pulse, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(7);

    /// <summary>Reaches the service.</summary>
    /// <exception cref="ProcedureException">The reason says what is wrong: address, certificate, credentials, version or permission.</exception>
    public async Task<ServiceVersion> RunAsync(Integration integration, CancellationToken cancellationToken)
    {
        var client = kinds.Connect(integration);
        try
        {
            using var patience = new CancellationTokenSource(Patience, clock);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
            try
            {
                var version = await client.TestAsync(both.Token).WaitAsync(both.Token).ConfigureAwait(false);
                if (pulse.Of(integration.Id)?.Error is not null)
                {
                    await connections.RenewAsync(integration).ConfigureAwait(false);
                }

                return version;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new ProcedureException(new(ProcedureErrorCode.GatewayTimeout, ErrorReason.Timeout,
                    $"{integration.Name} did not answer within {Patience.TotalSeconds:0} s. Check the address and that the service runs."));
            }
        }
        finally
        {
            await Connections.CloseAsync(client).ConfigureAwait(false);
        }
    }

    /// <summary>Reaches the service of an integration that is stored, and tells what came of it.</summary>
    public async Task<IntegrationCheck> ReportAsync(Integration integration, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        try
        {
            var version = await RunAsync(integration, cancellationToken).ConfigureAwait(false);
            pulse.Record(integration.Id, null);
            return new(integration.Name, true, version.Product, version.Version, null, null, Seconds());
        }
        catch (ProcedureException exception)
        {
            pulse.Record(integration.Id, exception.Error);
            return new(integration.Name, false, null, null, exception.Error.Reason.ToWire(), exception.Error.Message, Seconds());
        }

        double Seconds() => Math.Round(clock.GetElapsedTime(started).TotalSeconds, 3);
    }
}
