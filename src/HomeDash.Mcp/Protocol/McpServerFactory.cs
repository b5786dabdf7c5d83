using HomeDash.Procedures;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace HomeDash.Mcp;

/// <summary>Makes the SDK's server for what takes the long road: one request, or a session.</summary>
internal sealed class McpServerFactory(ToolTable table, LongRoad road)
{
    /// <summary>A server on a transport.</summary>
    /// <param name="transport">Where its messages come from and go to.</param>
    /// <param name="introducing">The caller whom the server introduces itself to; null when this is not asked of it.</param>
    /// <param name="services">The services of the request.</param>
    /// <param name="accompany">Gives messages their <see cref="McpCall"/> where the host had no hand on them before the server; null where it had.</param>
    public McpServer Create(ITransport transport, Caller? introducing, IServiceProvider services, McpMessageFilter? accompany = null)
    {
        var options = new McpServerOptions
        {
            ServerInfo = ServerIdentity.Info,
            Capabilities = new() { Tools = new() { ListChanged = false } },
            ScopeRequests = false,
            ServerInstructions = introducing is null ? null : Instructions.For(introducing, table),
        };
        if (accompany is not null)
        {
            options.Filters.Message.IncomingFilters.Add(accompany);
        }

        options.Filters.Message.IncomingFilters.Add(road.Answer);
        // The SDK's own log tells of requests with their arguments; calls are logged by the pipeline, without them.
        return McpServer.Create(transport, options, NullLoggerFactory.Instance, services);
    }
}
