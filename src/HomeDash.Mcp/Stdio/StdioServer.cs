using System.Text;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Mcp;

/// <summary>MCP on standard input and output, for the one client that started this program (STDIO transport, all versions of the protocol).</summary>
public sealed class StdioServer
{
    private readonly IServiceProvider services;
    private readonly Func<CancellationToken, ValueTask<Caller>> caller;
    private readonly Uri dashboard;
    private readonly string profile;

    /// <summary>Serves with the services of <see cref="McpServices.AddHomeDashMcp"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="caller">Who is calling: asked at each message, so that what was taken away is gone at the next call.</param>
    /// <param name="dashboard">Where a person finds the dashboard, ending in a slash.</param>
    /// <param name="profile">The name of the profile that is served.</param>
    public StdioServer(IServiceProvider services, Func<CancellationToken, ValueTask<Caller>> caller, Uri dashboard, string profile = ToolProfile.DefaultName) =>
        (this.services, this.caller, this.dashboard, this.profile) = (services, caller, dashboard, profile);

    /// <summary>Serves until the client closes its end, or the token ends it. What was asked before is answered if that takes no long time.</summary>
    /// <param name="input">What the client writes: one JSON-RPC message on each line.</param>
    /// <param name="output">What it reads. Nothing else may be written there.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        using var lines = new MessageLines(output);
        using var reader = new StreamReader(input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await using var connection = ActivatorUtilities.CreateInstance<StdioConnection>(services, lines);
        try
        {
            while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    await TakeAsync(connection, line, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }

        await connection.FinishAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task TakeAsync(StdioConnection connection, string line, CancellationToken cancellationToken)
    {
        var (message, broken) = MessageReader.Read(Encoding.UTF8.GetBytes(line));
        if (message is null)
        {
            await connection.RefuseAsync(broken!, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (services.GetRequiredService<IToolProfiles>().Find(profile) is not { } served)
        {
            await connection.RefuseAsync(
                Refusal.Of(StatusCodes.Status404NotFound, $"There is no profile '{profile}' any more. Start homedash mcp again with another.") with { IdJson = message.IdJson }, cancellationToken).ConfigureAwait(false);
            return;
        }

        var call = new McpCall(Entrance.Within(served, await caller(cancellationToken).ConfigureAwait(false)), dashboard, Version: null) { Profile = served };
        await connection.TakeAsync(message, call, cancellationToken).ConfigureAwait(false);
    }
}
