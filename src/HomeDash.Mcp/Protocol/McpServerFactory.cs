using System.Reflection;
using System.Text.Json;
using HomeDash.Procedures;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace HomeDash.Mcp;

/// <summary>Makes the server that answers one request, or one session.</summary>
internal sealed class McpServerFactory
{
    /// <summary>How long a modern client may keep the list of tools; it depends on who asks, so nobody else may.</summary>
    private static readonly TimeSpan ListLifetime = TimeSpan.FromMinutes(5);

    private readonly ToolTable table;
    private readonly McpServerHandlers handlers;
    private readonly Implementation info = new() { Name = "homedash", Title = "HomeDash", Version = OwnVersion() };

    public McpServerFactory(ToolTable table, ToolCalls calls)
    {
        this.table = table;
        handlers = new() { ListToolsHandler = ListAsync, CallToolHandler = calls.CallAsync };
    }

    /// <summary>A server on a transport.</summary>
    /// <param name="transport">Where its messages come from and go to.</param>
    /// <param name="introducing">The caller whom the server introduces itself to; null when this is not asked of it.</param>
    /// <param name="services">The services of the request.</param>
    public McpServer Create(ITransport transport, Caller? introducing, IServiceProvider services)
    {
        var options = new McpServerOptions
        {
            ServerInfo = info,
            Capabilities = new() { Tools = new() { ListChanged = false } },
            Handlers = handlers,
            ScopeRequests = false,
            ServerInstructions = introducing is null ? null : Instructions.For(introducing, table),
        };
        options.Filters.Message.IncomingFilters.Add(RefuseMisfits);
        // The SDK's own log tells of requests with their arguments; calls are logged by the pipeline, without them.
        return McpServer.Create(transport, options, NullLoggerFactory.Instance, services);
    }

    private ValueTask<ListToolsResult> ListAsync(RequestContext<ListToolsRequestParams> context, CancellationToken cancellationToken)
    {
        var call = McpCall.Of(context.JsonRpcRequest);
        // The SDK writes into the result, so each request gets its own; SEP-2549 belongs to modern clients alone.
        return new(new ListToolsResult
        {
            Tools = table.For(call.Caller),
            TimeToLive = call.IsModern ? ListLifetime : null,
            CacheScope = call.IsModern ? CacheScope.Private : null,
        });
    }

    /// <summary>Parameters that the SDK cannot read are the caller's fault: "Invalid params" and no internal error (JSON-RPC 2.0, 5.1).</summary>
    private static McpMessageHandler RefuseMisfits(McpMessageHandler next) => async (context, cancellationToken) =>
    {
        try
        {
            await next(context, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException misfit)
        {
            var place = string.IsNullOrEmpty(misfit.Path) ? "" : $" (see {misfit.Path.Replace("$", "params", StringComparison.Ordinal)})";
            throw new McpProtocolException($"The parameters are not of the form that this method takes{place}.", misfit, McpErrorCode.InvalidParams);
        }
    };

    private static string OwnVersion() =>
        typeof(McpServerFactory).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
}
