using HomeDash.Procedures;
using Microsoft.AspNetCore.Components;

namespace HomeDash.Components.Shared;

/// <summary>A component that goes along with changes for as long as it is shown.</summary>
public abstract class LiveComponent : ComponentBase, IDisposable
{
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource gone = new();
    private readonly Dictionary<object, CancellationTokenSource> watched = new(ReferenceEqualityComparer.Instance);

    /// <summary>Made by Blazor.</summary>
    protected LiveComponent() => Gone = gone.Token;

    [Inject]
    private IChangeFeed Feed { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <summary>Cancelled when the component is no longer shown.</summary>
    // Taken once: work that is still under way looks at it after the source has been disposed.
    protected CancellationToken Gone { get; }

    /// <summary>Whether anything can be loaded: the first, static picture of a page waits for nothing.</summary>
    protected bool Alive => RendererInfo.IsInteractive;

    /// <inheritdoc/>
    public void Dispose()
    {
        gone.Cancel();
        foreach (var source in watched.Values)
        {
            source.Dispose();
        }

        gone.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Shows something and keeps it as it is: reads it now and after every change of a topic. The static picture of a page does neither.</summary>
    /// <param name="topic">For example <c>app</c>.</param>
    /// <param name="refresh">Reads what is shown.</param>
    protected async Task KeepFreshAsync(string topic, Func<Task> refresh)
    {
        if (Alive)
        {
            Follow(topic, refresh);
            await refresh();
        }
    }

    /// <summary>Reads, again if need be, and shows what came.</summary>
    /// <param name="load">What is shown.</param>
    protected async Task RefreshAsync<T>(Load<T> load)
        where T : class
    {
        await load.RunAsync(Gone);
        StateHasChanged();
    }

    /// <summary>Calls back after changes of a topic: once for many that come together.</summary>
    /// <param name="topic">For example <c>docker.container</c>.</param>
    /// <param name="changed">Reads again what is shown.</param>
    protected void Follow(string topic, Func<Task> changed) => Forget(FollowAsync(Feed.ReadAsync(topic, Gone), changed, Gone));

    /// <summary>
    /// Shows what a subscription brings, and opens it again when it fails. Whoever watches the same a second time, because
    /// something else is asked for or something has just been done, sees nothing of the first any more.
    /// </summary>
    /// <param name="load">What is shown.</param>
    /// <param name="open">Opens the subscription.</param>
    protected void Watch<T>(Load<T> load, Func<CancellationToken, IAsyncEnumerable<T>> open)
        where T : class
    {
        if (watched.Remove(load, out var before))
        {
            before.Cancel();
            before.Dispose();
        }

        var source = watched[load] = CancellationTokenSource.CreateLinkedTokenSource(Gone);
        var cancellationToken = source.Token;
        Begin(() => WatchAsync(load, open, cancellationToken));
    }

    /// <summary>Calls back again and again.</summary>
    /// <param name="interval">How long to wait between two calls.</param>
    /// <param name="elapsed">Reads again what is shown.</param>
    protected void Every(TimeSpan interval, Func<Task> elapsed) => Forget(EveryAsync(interval, elapsed, Gone));

    /// <summary>Begins what goes on for as long as the component is shown; nothing waits for its end.</summary>
    /// <param name="work">Ends by itself when <see cref="Gone"/> is cancelled.</param>
    protected void Begin(Func<Task> work) => Forget(InvokeAsync(work));

    private async Task FollowAsync(IAsyncEnumerable<Change> changes, Func<Task> changed, CancellationToken cancellationToken)
    {
        using var news = new SemaphoreSlim(0, 1);
        var telling = TellAsync();
        await foreach (var change in changes.WithCancellation(cancellationToken))
        {
            if (news.CurrentCount == 0)
            {
                news.Release();
            }
        }

        await telling;

        async Task TellAsync()
        {
            while (true)
            {
                await news.WaitAsync(cancellationToken);
                await Task.Delay(Calm, Clock, cancellationToken);
                await InvokeAsync(changed);
            }
        }
    }

    private async Task WatchAsync<T>(Load<T> load, Func<CancellationToken, IAsyncEnumerable<T>> open, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            try
            {
                await foreach (var value in open(cancellationToken).WithCancellation(cancellationToken))
                {
                    // What was already on its way when the watching ended is old.
                    cancellationToken.ThrowIfCancellationRequested();
                    load.Show(value);
                    StateHasChanged();
                }
            }
            catch (ProcedureException failure) when (!cancellationToken.IsCancellationRequested)
            {
                load.Fail(failure.Error);
                StateHasChanged();
            }

            await Task.Delay(Rest, Clock, cancellationToken);
        }
    }

    private async Task EveryAsync(TimeSpan interval, Func<Task> elapsed, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(interval, Clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            await InvokeAsync(elapsed);
        }
    }

    private async void Forget(Task work)
    {
        try
        {
            await work;
        }
        catch (OperationCanceledException)
        {
            // The component is gone.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }
}
