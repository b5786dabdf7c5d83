using System.Text.Json.Nodes;
using HomeDash.Web.Hosting;

namespace HomeDash.Web.Commands.Calling;

/// <summary>Reads <c>tools.list</c> to its end.</summary>
internal static class ToolPages
{
    /// <exception cref="StartupFailure">The tools may not be read.</exception>
    public static async Task<IReadOnlyList<Tool>> ReadAsync(Func<JsonObject, Task<CallAnswer>> call)
    {
        List<Tool> tools = [];
        var input = new JsonObject();
        while (true)
        {
            var page = await call(input) switch
            {
                CallAnswer.Result result => result.Json,
                var refused => throw new StartupFailure(string.Join(" ", ((CallAnswer.Refusal)refused).Lines)),
            };
            tools.AddRange(page.GetProperty("items").EnumerateArray().Select(tool => new Tool(tool)));
            if (!page.TryGetProperty("next", out var next))
            {
                return tools;
            }

            input = new() { ["cursor"] = next.GetString() };
        }
    }
}
