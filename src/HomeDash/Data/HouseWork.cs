using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash;

/// <summary>Work on HomeDash's own data that is no procedure call: at start, at sign-in, in the background.</summary>
public sealed class HouseWork(IServiceScopeFactory scopes, IChangeFeed feed)
{
    /// <summary>Reads, in a scope of its own.</summary>
    /// <param name="work">Takes what it needs from the scope.</param>
    public async Task<T> ReadAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<HouseData>().Begin(writable: false);
        return await work(scope.ServiceProvider).ConfigureAwait(false);
    }

    /// <summary>Writes in one transaction, in a scope of its own, and tells the change feed after commit.</summary>
    /// <param name="work">Takes what it needs from the scope. Nothing is kept when it throws.</param>
    /// <param name="cancellationToken">Ends the commit.</param>
    public async Task<T> WriteAsync<T>(Func<IServiceProvider, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var data = scope.ServiceProvider.GetRequiredService<HouseData>();
        data.Begin(writable: true);
        var result = await work(scope.ServiceProvider).ConfigureAwait(false);
        await data.CommitAsync(cancellationToken).ConfigureAwait(false);
        foreach (var change in scope.ServiceProvider.GetRequiredService<ChangeSet>().Changes)
        {
            feed.Publish(new(change.Topic, change.Id));
        }

        return result;
    }
}
