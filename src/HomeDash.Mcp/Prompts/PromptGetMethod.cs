using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Answers prompts/get. What is wrong with the arguments is "Invalid params", and says which argument.</summary>
internal sealed class PromptGetMethod(IEnumerable<IPromptSource> sources) : IMcpMethod
{
    public string Name => RequestMethods.PromptsGet;

    public async ValueTask<McpAnswer> AnswerAsync(McpCall call, JsonElement parameters, CancellationToken cancellationToken)
    {
        var name = parameters.RequiredText("name");
        foreach (var source in sources)
        {
            if (await source.WriteAsync(call, name, parameters, cancellationToken).ConfigureAwait(false) is { } answer)
            {
                return answer;
            }
        }

        // "Invalid prompt name: -32602" (Prompts, Error Handling).
        return new McpAnswer.Error(McpErrorCode.InvalidParams, $"There is no prompt '{name}'. prompts/list names all of them.");
    }
}
