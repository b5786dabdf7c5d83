using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace HomeDash.Mcp;

/// <summary>Makes the SDK's server for a request that takes the long road.</summary>
internal sealed class McpServerFactory(LongRoad road)
{
    /// <summary>A server on a transport.</summary>
    /// <param name="transport">Where its messages come from and go to.</param>
    /// <param name="services">The services of the request.</param>
    public McpServer Create(ITransport transport, IServiceProvider services)
    {
        var options = new McpServerOptions { ServerInfo = ServerIdentity.Info, ScopeRequests = false };
        options.Filters.Message.IncomingFilters.Add(road.Answer);
        // The SDK's own log tells of requests with their arguments; calls are logged by the pipeline, without them.
        return McpServer.Create(transport, options, NullLoggerFactory.Instance, services);
    }
}
