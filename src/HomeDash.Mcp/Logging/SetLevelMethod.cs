using System.Text.Json;

namespace HomeDash.Mcp;

/// <summary>Answers logging/setLevel: what the session is told of its calls. Without a session there is nobody to remember it for.</summary>
internal sealed class SetLevelMethod : IMcpMethod
{
    private static readonly McpAnswer.Result Done = new("{}"u8.ToArray());

    public string Name => LogLevels.SettingMethod;

    public ValueTask<McpAnswer> AnswerAsync(McpCall call, JsonElement parameters, CancellationToken cancellationToken)
    {
        if (call.IsModern)
        {
            return new(NoSuchMethod.Answer(Name, call));
        }

        var level = parameters.RequiredText("level");
        if (!LogLevels.IsKnown(level))
        {
            throw new ModelContextProtocol.McpProtocolException($"'level' must be one of {string.Join(", ", LogLevels.All)}.", ModelContextProtocol.McpErrorCode.InvalidParams);
        }

        call.Session?.Change(record => record with { LogLevel = level });
        return new(Done);
    }
}
