using HomeDash.Procedures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HomeDash.Http;

/// <summary>Registers and maps the HTTP surfaces: tRPC, REST, and the documents that describe them.</summary>
public static class HttpServices
{
    /// <summary>
    /// Adds the HTTP surfaces. They need the catalogue and the pipeline (<see cref="ProcedureServices.AddProcedures"/>) and an
    /// <see cref="ICallerSource"/>, which says who a request comes from. <see cref="HttpOptions"/> is configured as usual.
    /// </summary>
    public static IServiceCollection AddHomeDashHttp(this IServiceCollection services)
    {
        services.TryAddSingleton<HeldStreams>();
        services.TryAddSingleton<EventStreams>();
        services.TryAddSingleton<TrpcCalls>();
        services.TryAddSingleton<TrpcEndpoint>();
        services.TryAddSingleton<RestEndpoint>();
        services.TryAddSingleton<DocumentEndpoints>();
        return services;
    }

    /// <summary>
    /// Maps <c>/api/trpc/…</c>, <c>/api/trpc/types.d.ts</c>, <c>/api/v1/…</c> and <c>/api/openapi.json</c>. They answer 401
    /// by themselves to callers who are not signed in, so no authorization policy is asked.
    /// </summary>
    public static IEndpointConventionBuilder MapHomeDashHttp(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var group = endpoints.MapGroup("/api");
        group.MapGet("/trpc/types.d.ts", (RequestDelegate)services.GetRequiredService<DocumentEndpoints>().TypesAsync);
        group.Map("/trpc/{**path}", services.GetRequiredService<TrpcEndpoint>().HandleAsync);
        group.MapGet("/openapi.json", (RequestDelegate)services.GetRequiredService<DocumentEndpoints>().OpenApiAsync);
        group.Map("/v1/{**path}", services.GetRequiredService<RestEndpoint>().HandleAsync);
        return group.WithMetadata(new AllowAnonymousAttribute());
    }
}
