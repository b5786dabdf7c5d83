using HomeDash.Procedures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HomeDash.Mcp;

/// <summary>Registers and maps the MCP server.</summary>
public static class McpServices
{
    /// <summary>
    /// Adds the MCP server. It needs the catalogue and the pipeline (<see cref="ProcedureServices.AddProcedures"/>) and an
    /// <see cref="ICallerSource"/>, which says who a request comes from. <see cref="McpOptions"/> is configured as usual.
    /// </summary>
    public static IServiceCollection AddHomeDashMcp(this IServiceCollection services)
    {
        services.AddDataProtection();
        services.TryAddSingleton<LocalGuard>();
        services.TryAddSingleton<EveryTool>();
        services.TryAddSingleton<IToolProfiles>(provider => provider.GetRequiredService<EveryTool>());
        services.TryAddSingleton<IToolSwitches>(provider => provider.GetRequiredService<EveryTool>());
        services.TryAddSingleton<Entrance>();
        services.TryAddSingleton<ToolTable>();
        services.TryAddSingleton<SearchCalls>();
        services.TryAddSingleton<ForeignTools>();
        services.TryAddSingleton<ToolResults>();
        services.TryAddSingleton<RequestStates>();
        services.TryAddSingleton<SubscriptionTool>();
        services.TryAddEnumerable([
            ServiceDescriptor.Singleton<IMcpMethod, PingMethod>(),
            ServiceDescriptor.Singleton<IMcpMethod, ToolListMethod>(),
            ServiceDescriptor.Singleton<IMcpMethod, ToolCallMethod>(),
            ServiceDescriptor.Singleton<IMcpMethod, InitializeMethod>(),
            ServiceDescriptor.Singleton<IMcpMethod, DiscoverMethod>(),
            ServiceDescriptor.Singleton<IMcpMethod, ListenMethod>(),
            ServiceDescriptor.Singleton<IMcpMethod, SubscribeMethod>(),
            ServiceDescriptor.Singleton<IMcpMethod, UnsubscribeMethod>(),
            ServiceDescriptor.Singleton<IMcpMethod, SetLevelMethod>(),
            ServiceDescriptor.Singleton<IMcpMethod, ResourceListMethod>(),
            ServiceDescriptor.Singleton<IMcpMethod, ResourceTemplateListMethod>(),
            ServiceDescriptor.Singleton<IMcpMethod, ResourceReadMethod>(),
            ServiceDescriptor.Singleton<IMcpMethod, PromptListMethod>(),
            ServiceDescriptor.Singleton<IMcpMethod, PromptGetMethod>(),
            ServiceDescriptor.Singleton<IMcpMethod, CompletionMethod>(),
        ]);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IResourceSource, CatalogResources>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPromptSource, CatalogPrompts>());
        services.TryAddSingleton<ResourceLibrary>();
        services.TryAddSingleton<ResourceTopics>();
        services.AddSingleton<IResourceTopics>(provider => provider.GetRequiredService<ResourceTopics>());
        // Some methods depend on which others there are.
        services.TryAddSingleton(provider => new Lazy<McpMethods>(provider.GetRequiredService<McpMethods>));
        services.TryAddSingleton<ServerAbilities>();
        services.TryAddSingleton<NotificationHub>();
        services.TryAddSingleton<SessionTable>();
        services.TryAddSingleton<IClientSessions>(provider => provider.GetRequiredService<SessionTable>());
        services.AddHostedService<SessionSweeper>();
        services.TryAddSingleton<ServerLifetime>();
        services.TryAddSingleton<Admission>();
        services.TryAddSingleton<CrossOrigin>();
        services.TryAddSingleton<StatelessRoad>();
        services.TryAddSingleton<SessionRoad>();
        services.TryAddSingleton<McpMethods>();
        services.TryAddSingleton(new Roads());
        services.TryAddSingleton<LongRoad>();
        services.TryAddSingleton<McpServerFactory>();
        services.TryAddSingleton<McpEndpoint>();
        return services;
    }

    /// <summary>
    /// Maps the endpoints, one for each profile (<see cref="IToolProfiles"/>) at its name below the path: Streamable HTTP for
    /// the protocol's versions 2024-11-05 to 2026-07-28. They answer 401 by themselves to callers who are not signed in, so
    /// no authorization policy is asked. <c>s</c> in place of a name serves the caller's own profile (<see cref="Caller.Profile"/>).
    /// </summary>
    public static IEndpointConventionBuilder MapHomeDashMcp(this IEndpointRouteBuilder endpoints, string path = "/api/mcp")
    {
        var endpoint = endpoints.ServiceProvider.GetRequiredService<McpEndpoint>();
        var group = endpoints.MapGroup($"{path}/{{{Entrance.RouteValue}}}");
        group.MapPost("", (RequestDelegate)endpoint.PostAsync);
        group.MapMethods("", [HttpMethods.Get], (RequestDelegate)endpoint.GetAsync);
        group.MapMethods("", [HttpMethods.Delete], (RequestDelegate)endpoint.DeleteAsync);
        group.MapMethods("", [HttpMethods.Options], (RequestDelegate)endpoint.PreflightAsync);
        return group.WithMetadata(new AllowAnonymousAttribute());
    }
}
