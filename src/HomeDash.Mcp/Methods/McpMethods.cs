using System.Collections.Frozen;
using System.Text.Json;
using HomeDash.Procedures;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;

namespace HomeDash.Mcp;

/// <summary>The methods that are answered here, by their names; all others are the SDK's.</summary>
internal sealed partial class McpMethods(IEnumerable<IMcpMethod> methods, ILogger<McpMethods> logger)
{
    private readonly FrozenDictionary<string, IMcpMethod> byName = methods.ToFrozenDictionary(method => method.Name, StringComparer.Ordinal);

    public IMcpMethod? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>Answers a request, whatever it comes to: throws for nothing but a call that was ended.</summary>
    public async ValueTask<McpAnswer> AnswerAsync(IMcpMethod method, McpCall call, JsonElement parameters, CancellationToken cancellationToken)
    {
        try
        {
            return await method.AnswerAsync(call, parameters, cancellationToken).ConfigureAwait(false);
        }
        catch (McpProtocolException refused)
        {
            return new McpAnswer.Error(refused.ErrorCode, refused.Message);
        }
        catch (JsonException misfit)
        {
            // Parameters that cannot be read are the caller's fault: "Invalid params" and no internal error (JSON-RPC 2.0, 5.1).
            return new McpAnswer.Error(McpErrorCode.InvalidParams, MisfitMessage(misfit));
        }
        catch (ProcedureException refused)
        {
            return new McpAnswer.Error(McpErrorCode.InvalidParams, refused.Error.Message);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(fault, method.Name);
            return new McpAnswer.Error(McpErrorCode.InternalError, "HomeDash failed at this; its log says why.");
        }
    }

    /// <summary>Says where the parameters are not as they should be.</summary>
    public static string MisfitMessage(JsonException misfit)
    {
        var place = string.IsNullOrEmpty(misfit.Path) ? "" : $" (see {misfit.Path.Replace("$", "params", StringComparison.Ordinal)})";
        return $"The parameters are not of the form that this method takes{place}.";
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The MCP method {Method} failed with a fault of HomeDash")]
    private partial void LogFault(Exception exception, string method);
}
