using System.Security.Claims;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Auth;

/// <summary>The caller of a request, or of the circuit that a page opened.</summary>
internal sealed class WebCallerSource(IHttpContextAccessor requests, CircuitPresence circuit, IServiceProvider services, CallerFactory callers) : ICallerSource
{
    public string Surface => "dashboard";

    public async ValueTask<Caller> GetAsync(CancellationToken cancellationToken)
    {
        // In a circuit the accessor still shows the request that opened it, which is long over.
        var principal = circuit.Open
            ? (await services.GetRequiredService<AuthenticationStateProvider>().GetAuthenticationStateAsync().ConfigureAwait(false)).User
            : requests.HttpContext?.User;
        return await callers.CreateAsync(principal ?? new ClaimsPrincipal(), cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>Knows whether its scope is a circuit's.</summary>
internal sealed class CircuitPresence : CircuitHandler
{
    public bool Open { get; private set; }

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Open = true;
        return Task.CompletedTask;
    }
}
