using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>Lets the connections follow the table of integrations.</summary>
public sealed class IntegrationLoader : IFollowsTables
{
    private readonly HouseWork work;
    private readonly Connections connections;
    private readonly Snapshots snapshots;
    private readonly ConnectionPulse pulse;
    private readonly SemaphoreSlim loading = new(1, 1);

    internal IntegrationLoader(HouseWork work, Connections connections, Snapshots snapshots, ConnectionPulse pulse) =>
        (this.work, this.connections, this.snapshots, this.pulse) = (work, connections, snapshots, pulse);

    /// <summary>Reads the table and connects what it says now. Loads at the same time follow one another, so that the last one has read last.</summary>
    public async Task LoadAsync()
    {
        await loading.WaitAsync().ConfigureAwait(false);
        try
        {
            var before = connections.Integrations;
            var now = await work.ReadAsync(services => services.GetRequiredService<IntegrationStore>().AllAsync(CancellationToken.None)).ConfigureAwait(false);
            if (now.SequenceEqual(before))
            {
                return;
            }

            await connections.SetAsync(now).ConfigureAwait(false);
            foreach (var changed in before.Except(now))
            {
                snapshots.Forget(changed.Id);
            }

            var ids = now.Select(integration => integration.Id).ToHashSet();
            snapshots.Keep(ids);
            pulse.Keep(ids);
            foreach (var integration in now)
            {
                if (connections.ProblemOf(integration.Id) is { } problem)
                {
                    pulse.Record(integration.Id, problem);
                }
            }
        }
        finally
        {
            loading.Release();
        }
    }
}
