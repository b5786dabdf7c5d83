using HomeDash.Procedures;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HomeDash;

/// <summary>
/// Follows what happens on every engine and tells the change feed: <c>docker.container</c> with the container's id, and
/// <c>docker.engine</c> with the integration's id when an engine is lost.
/// </summary>
internal sealed partial class EngineWatcher(Connections connections, IChangeFeed feed, TimeProvider clock, ILogger<EngineWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Action onChanged = () => changed.TrySetResult();
            using var round = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            connections.Changed += onChanged;
            try
            {
                var following = Task.WhenAll(connections.With<IContainerEngine>().Select(engine => FollowAsync(engine, round.Token)));
                await changed.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await round.CancelAsync().ConfigureAwait(false);
                await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            finally
            {
                connections.Changed -= onChanged;
            }
        }
    }

    private async Task FollowAsync(Connection<IContainerEngine> engine, CancellationToken cancellationToken)
    {
        var (from, wait, told) = (clock.GetUtcNow(), FirstWait, "");
        while (true)
        {
            var problem = "The stream of events ended.";
            try
            {
                await foreach (var happened in engine.Client.EventsAsync(from, null, cancellationToken).ConfigureAwait(false))
                {
                    (from, wait, told) = (happened.Time, FirstWait, "");
                    feed.Publish(new("docker.container", happened.ContainerId));
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                problem = ProcedureErrors.From(exception).Message;
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (problem != told)
            {
                // Said once, not with every attempt.
                LogLost(engine.Integration.Name, problem);
                feed.Publish(new("docker.engine", engine.Integration.Id));
                told = problem;
            }

            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The events of {Engine} cannot be followed and will be tried again: {Problem}")]
    private partial void LogLost(string engine, string problem);
}
