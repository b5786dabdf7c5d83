using System.Net;
using System.Net.Http.Json;
using HomeDash.Procedures;

namespace HomeDash.Integrations.PiHole;

/// <summary>
/// The session with a Pi-hole 6, which has only 16 seats for them and keeps each for half an hour: one is kept between calls
/// and given back at the end.
/// </summary>
internal sealed class SixSession : IDisposable
{
    private readonly ServiceHttp http;
    private readonly string name;
    private readonly Secret? password;
    private readonly ServiceSession<Seat> session;

    public SixSession(ServiceHttp http, string name, Secret? password)
    {
        (this.http, this.name, this.password) = (http, name, password);
        session = new(http.Errors, SignInAsync);
    }

    /// <summary>Whether it has ever let us in.</summary>
    public bool SignedIn => session.Current is not null;

    /// <summary>Reads.</summary>
    public Task<ServiceResponse> GetAsync(string path, CancellationToken cancellationToken) => session.SendAsync(
        seat => http.ReadAsync(() => seat.Request(HttpMethod.Get, path), cancellationToken), HasEnded, cancellationToken);

    /// <summary>Orders.</summary>
    /// <exception cref="ProcedureException">It says no.</exception>
    public async Task OrderAsync(string path, SixOrder order, CancellationToken cancellationToken)
    {
        var response = await session.SendAsync(
            seat =>
            {
                var request = seat.Request(HttpMethod.Post, path);
                request.Content = JsonContent.Create(order, PiHoleJson.Default.SixOrder);
                return http.WriteAsync(request, cancellationToken);
            },
            HasEnded, cancellationToken).ConfigureAwait(false);
        if (response.Status != HttpStatusCode.Forbidden && Problem(response) is { Message: { } message })
        {
            throw http.Errors.Says(message);
        }

        response.Succeeded();
    }

    /// <summary>Gives the seat back.</summary>
    public Task EndAsync(TimeProvider clock) =>
        session.EndAsync((seat, patience) => seat.Sid is null ? Task.CompletedTask : http.WriteAsync(seat.Request(HttpMethod.Delete, "/api/auth"), patience), clock);

    public void Dispose() => session.Dispose();

    private async Task<Seat> SignInAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth")
        {
            Content = JsonContent.Create(new SixSignIn(password?.Reveal() ?? ""), PiHoleJson.Default.SixSignIn),
        };
        var response = await http.WriteAsync(request, cancellationToken).ConfigureAwait(false);
        switch (response.Status, Problem(response))
        {
            case (HttpStatusCode.TooManyRequests, { Key: "api_seats_exceeded" }):
                throw TooMany($"{name} has no seat left for another session. Sign out elsewhere, wait half an hour until idle ones end, or raise webserver.api.max_sessions in Pi-hole.");
            case (HttpStatusCode.TooManyRequests, { Key: "rate_limiting" }):
                throw TooMany($"{name} has had too many wrong passwords in a short time. Wait a minute, and check which program sends them.");
            case (HttpStatusCode.BadRequest, { Message: { } message }) when message.Contains("2FA", StringComparison.Ordinal):
                throw http.Errors.CredentialsRefused("Its sign-in needs a second factor: make an app password in Pi-hole and use that.");
            case (HttpStatusCode.Unauthorized, _):
                throw http.Errors.CredentialsRefused();
        }

        var state = response.Json(PiHoleJson.Default.SixAuth).Session;
        return state.Valid ? new(state.Sid) : throw http.Errors.CredentialsRefused();
    }

    private static ProcedureException TooMany(string message) => new(new(ProcedureErrorCode.TooManyRequests, ErrorReason.TooManyCalls, message));

    private static SixProblem.Details? Problem(ServiceResponse response) => response.IsSuccess ? null : response.TryJson(PiHoleJson.Default.SixProblem)?.Error;

    private static bool HasEnded(ServiceResponse response) => response.Status == HttpStatusCode.Unauthorized;

    /// <summary>A seat.</summary>
    /// <param name="Sid">Names the session; null where no password is set.</param>
    private sealed record Seat(string? Sid)
    {
        public HttpRequestMessage Request(HttpMethod method, string path)
        {
            var request = new HttpRequestMessage(method, path);
            if (Sid is not null)
            {
                request.Headers.Add("X-FTL-SID", Sid);
            }

            return request;
        }
    }
}
