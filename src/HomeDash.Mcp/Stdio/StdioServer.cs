using System.Text.Json;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace HomeDash.Mcp;

/// <summary>MCP on standard input and output, for the one client that started this program (STDIO transport, all versions of the protocol).</summary>
public sealed class StdioServer
{
    private readonly IServiceProvider services;
    private readonly Func<CancellationToken, ValueTask<Caller>> caller;
    private readonly Uri dashboard;

    /// <summary>Serves with the services of <see cref="McpServices.AddHomeDashMcp"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="caller">Who is calling: asked at each message, so that what was taken away is gone at the next call.</param>
    /// <param name="dashboard">Where a person finds the dashboard, ending in a slash.</param>
    public StdioServer(IServiceProvider services, Func<CancellationToken, ValueTask<Caller>> caller, Uri dashboard) =>
        (this.services, this.caller, this.dashboard) = (services, caller, dashboard);

    /// <summary>Serves until the client closes its end, or the token ends it.</summary>
    /// <param name="input">What the client writes: one JSON-RPC message on each line.</param>
    /// <param name="output">What it reads. Nothing else may be written there.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        var introducing = await caller(cancellationToken).ConfigureAwait(false);
        await using var transport = new StreamServerTransport(input, output, ServerIdentity.Info.Name, NullLoggerFactory.Instance);
        await using var server = services.GetRequiredService<McpServerFactory>().Create(transport, introducing, services, Accompany);
        await server.RunAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Gives each message what the HTTP host gives those that it admits.</summary>
    private McpMessageHandler Accompany(McpMessageHandler next) => async (context, cancellationToken) =>
    {
        if (context.JsonRpcMessage is JsonRpcRequest request)
        {
            var parameters = request.Params?.Deserialize(SdkJson.Of<JsonElement>()) ?? default;
            var meta = parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty("_meta"u8, out var given) ? given : default;
            // A session that began with the handshake keeps its version, whatever its messages say.
            var version = context.Server.NegotiatedProtocolVersion ?? RequestRules.VersionIn(meta);
            new McpCall(await caller(cancellationToken).ConfigureAwait(false), dashboard, version)
            {
                Parameters = parameters,
                Capabilities = ProtocolVersions.IsModern(version) ? RequestRules.CapabilitiesIn(meta) : OfHandshake(context.Server),
            }.TravelWith(request);
        }

        await next(context, cancellationToken).ConfigureAwait(false);
    };

    private static JsonElement OfHandshake(McpServer server) =>
        server.ClientCapabilities is { } said ? JsonSerializer.SerializeToElement(said, SdkJson.Of<ClientCapabilities>()) : default;
}
