using System.Net;
using HomeDash.Procedures;

namespace HomeDash.Integrations;

/// <summary>
/// Holds back credentials that a service has refused: many services lock out who sends wrong ones again and again. Until the
/// integration is changed, or tested anew, they are sent once more after a quarter of an hour, as a service that was just
/// starting may have refused right ones, and if it refuses again, each time after four times as long, up to a day. So rare a try
/// locks nobody out: AdGuard Home forgets a wrong password after a minute, qBittorrent takes five.
/// </summary>
/// <param name="clock">Measures the pauses.</param>
internal sealed class RefusedCredentials(TimeProvider clock)
{
    /// <summary>How long they are held back first.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);
    private const int Growth = 4;

    private readonly Lock deciding = new();
    private ProcedureError? refusal;
    private TaskCompletionSource? trying;
    private TimeSpan pause;
    private long pausedAt;
    private bool tried;

    /// <summary>Lets a request through, or answers what the service answered when it refused.</summary>
    /// <returns>Whether the request sends refused credentials once more, and has to <see cref="Conclude"/>. Others wait for that.</returns>
    /// <exception cref="ProcedureException">The credentials are held back.</exception>
    public async ValueTask<bool> AdmitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task outcome;
            lock (deciding)
            {
                if (refusal is null)
                {
                    (pause, tried) = (TimeSpan.Zero, false);
                    return false;
                }

                if (trying is null)
                {
                    if (clock.GetElapsedTime(pausedAt) < pause)
                    {
                        throw new ProcedureException(refusal);
                    }

                    trying = new(TaskCreationOptions.RunContinuationsAsynchronously);
                    tried = true;
                    return true;
                }

                outcome = trying.Task;
            }

            await outcome.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What became of a try. When the body of an answer refuses, its reader says so at once by <see cref="Hold"/>.</summary>
    /// <param name="answer">The status of the answer; null when there was none, so that the next request may try.</param>
    public void Conclude(HttpStatusCode? answer)
    {
        lock (deciding)
        {
            switch (answer)
            {
                case null:
                    break;
                case HttpStatusCode.Unauthorized:
                    pausedAt = clock.GetTimestamp();
                    break;
                default:
                    refusal = null;
                    break;
            }

            trying?.SetResult();
            trying = null;
        }
    }

    /// <summary>The service has refused the credentials.</summary>
    /// <param name="error">What is answered while they are held back.</param>
    public void Hold(ProcedureError error)
    {
        lock (deciding)
        {
            if (refusal is not null && !tried)
            {
                // Requests that were sent together are refused together.
                return;
            }

            pause = pause == TimeSpan.Zero ? FirstPause : pause * Growth < LongestPause ? pause * Growth : LongestPause;
            (refusal, pausedAt, tried) = (error, clock.GetTimestamp(), false);
        }
    }
}
