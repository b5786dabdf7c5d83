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
    private readonly string profile;

    /// <summary>The parameters of the handshake; undefined until there is one.</summary>
    private JsonElement handshake;

    /// <summary>Serves with the services of <see cref="McpServices.AddHomeDashMcp"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="caller">Who is calling: asked at each message, so that what was taken away is gone at the next call.</param>
    /// <param name="dashboard">Where a person finds the dashboard, ending in a slash.</param>
    /// <param name="profile">The name of the profile that is served.</param>
    public StdioServer(IServiceProvider services, Func<CancellationToken, ValueTask<Caller>> caller, Uri dashboard, string profile = ToolProfile.DefaultName) =>
        (this.services, this.caller, this.dashboard, this.profile) = (services, caller, dashboard, profile);

    /// <summary>Serves until the client closes its end, or the token ends it.</summary>
    /// <param name="input">What the client writes: one JSON-RPC message on each line.</param>
    /// <param name="output">What it reads. Nothing else may be written there.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        await using var transport = new StreamServerTransport(input, output, ServerIdentity.Info.Name, NullLoggerFactory.Instance);
        await using var server = services.GetRequiredService<McpServerFactory>().Create(transport, services, Accompany);
        await server.RunAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Gives each message what the HTTP host gives those that it admits.</summary>
    private McpMessageHandler Accompany(McpMessageHandler next) => async (context, cancellationToken) =>
    {
        if (context.JsonRpcMessage is JsonRpcRequest request)
        {
            var parameters = request.Params?.Deserialize(SdkJson.Of<JsonElement>()) ?? default;
            if (request.Method == RequestMethods.Initialize)
            {
                handshake = parameters;
            }

            var meta = Part(parameters, "_meta"u8);
            // What began with the handshake stays with it, whatever later messages say.
            var version = handshake.ValueKind == JsonValueKind.Undefined ? RequestRules.VersionIn(meta) : null;
            var served = services.GetRequiredService<IToolProfiles>().Find(profile) ?? EveryTool.Profile;
            new McpCall(Entrance.Within(served, await caller(cancellationToken).ConfigureAwait(false)), dashboard, version)
            {
                Profile = served,
                Parameters = parameters,
                RequestIdJson = JsonSerializer.Serialize(request.Id, SdkJson.Of<RequestId>()),
                LogLevel = RequestRules.LogLevelIn(meta),
                Capabilities = version is null ? Part(handshake, "capabilities"u8) : RequestRules.CapabilitiesIn(meta),
            }.TravelWith(request);
        }

        await next(context, cancellationToken).ConfigureAwait(false);
    };

    private static JsonElement Part(JsonElement of, ReadOnlySpan<byte> name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var part) ? part : default;
}
