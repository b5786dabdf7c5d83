using HomeDash.Procedures;

namespace HomeDash.Integrations;

/// <summary>
/// A sign-in that is kept between calls and renewed once when the service no longer knows it. Credentials that were refused
/// are not tried again: many services lock out who does.
/// </summary>
/// <typeparam name="T">What a sign-in leaves: a cookie, a token.</typeparam>
/// <param name="errors">How errors of the service are worded.</param>
/// <param name="signIn">Signs in. Throws with reason <c>credentials_refused</c> when the service says no.</param>
internal sealed class ServiceSession<T>(ServiceErrors errors, Func<CancellationToken, Task<T>> signIn) : IDisposable
    where T : class
{
    private readonly SemaphoreSlim signingIn = new(1, 1);
    private T? current;
    private ProcedureException? refused;

    /// <summary>What the last sign-in left; null when nobody is signed in.</summary>
    public T? Current => Volatile.Read(ref current);

    /// <summary>Makes a call as somebody who is signed in.</summary>
    /// <param name="send">Makes the call with what the sign-in left.</param>
    /// <param name="hasEnded">Whether an answer says that nobody is signed in.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ProcedureException">The credentials were refused, now or before.</exception>
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
        return hasEnded(response) ? throw errors.CredentialsRefused() : response;
    }

    /// <inheritdoc/>
    public void Dispose() => signingIn.Dispose();

    private async Task<T> SignedInAsync(T? ended, CancellationToken cancellationToken)
    {
        await signingIn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (refused is not null)
            {
                throw new ProcedureException(refused.Error);
            }

            if (current is { } valid && !ReferenceEquals(valid, ended))
            {
                return valid;
            }

            Volatile.Write(ref current, null);
            var fresh = await signIn(cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref current, fresh);
            return fresh;
        }
        catch (ProcedureException exception) when (exception.Error.Reason == ErrorReason.CredentialsRefused)
        {
            refused = exception;
            throw;
        }
        finally
        {
            signingIn.Release();
        }
    }
}
