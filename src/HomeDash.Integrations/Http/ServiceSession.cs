using HomeDash.Procedures;

namespace HomeDash.Integrations;

/// <summary>A sign-in that is kept between calls and renewed once when the service no longer knows it.</summary>
/// <typeparam name="T">What a sign-in leaves: a cookie, a token.</typeparam>
/// <param name="errors">How errors of the service are worded.</param>
/// <param name="signIn">Signs in. Throws with reason <c>credentials_refused</c> when the service says no.</param>
internal sealed class ServiceSession<T>(ServiceErrors errors, Func<CancellationToken, Task<T>> signIn) : IDisposable
    where T : class
{
    private static readonly TimeSpan FarewellPatience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim signingIn = new(1, 1);
    private T? current;

    /// <summary>What the last sign-in left; null when nobody is signed in.</summary>
    public T? Current => Volatile.Read(ref current);

    /// <summary>Makes a call as somebody who is signed in.</summary>
    /// <param name="send">Makes the call with what the sign-in left.</param>
    /// <param name="hasEnded">Whether an answer says that nobody is signed in.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ProcedureException">The credentials are refused, or there was no answer.</exception>
    public async Task<ServiceResponse> SendAsync(
        Func<T, Task<ServiceResponse>> send, Func<ServiceResponse, bool> hasEnded, CancellationToken cancellationToken)
    {
        var session = await SignedInAsync(null, cancellationToken).ConfigureAwait(false);
        var response = await send(session).ConfigureAwait(false);
        if (!hasEnded(response))
        {
            return response;
        }

        session = await SignedInAsync(session, cancellationToken).ConfigureAwait(false);
        response = await send(session).ConfigureAwait(false);
        if (!hasEnded(response))
        {
            return response;
        }

        Volatile.Write(ref current, null);
        throw errors.CredentialsRefused();
    }

    /// <summary>Signs out, for services that have few sessions or keep them long. One that does not answer is not waited for: its sessions end by themselves.</summary>
    /// <param name="signOut">Signs out with what the sign-in left.</param>
    /// <param name="clock">Measures the patience.</param>
    public async Task EndAsync(Func<T, CancellationToken, Task> signOut, TimeProvider clock)
    {
        if (Current is not { } session)
        {
            return;
        }

        using var patience = new CancellationTokenSource(FarewellPatience, clock);
        try
        {
            await signOut(session, patience.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ProcedureException or OperationCanceledException)
        {
            // Nobody is left who could do anything about it.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => signingIn.Dispose();

    private async Task<T> SignedInAsync(T? ended, CancellationToken cancellationToken)
    {
        await signingIn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (current is { } valid && !ReferenceEquals(valid, ended))
            {
                return valid;
            }

            Volatile.Write(ref current, null);
            var fresh = await signIn(cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref current, fresh);
            return fresh;
        }
        finally
        {
            signingIn.Release();
        }
    }
}
