using System.Text.Json;
using HomeDash.Procedures;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>Turns a procedure's questions into elicitations, and what came back into answers.</summary>
internal static class Questions
{
    private const string Field = "answer";

    public static Dictionary<string, InputRequest> Ask(IReadOnlyList<Question> questions) => questions.ToDictionary(
        question => question.Key,
        question => InputRequest.ForElicitation(new()
        {
            Message = question.Message,
            RequestedSchema = new() { Properties = { [Field] = Schema(question) }, Required = [Field] },
        }));

    /// <summary>The answers among what came back to the questions that were asked; what was not asked does not count.</summary>
    /// <returns>The answers by key, and the keys that the user declined to answer.</returns>
    /// <exception cref="McpProtocolException">What came back is no result of an elicitation.</exception>
    public static (Dictionary<string, string> Answers, List<string> Declined) Read(IEnumerable<string> asked, JsonElement responses)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        var declined = new List<string>();
        foreach (var key in asked)
        {
            if (responses.ValueKind != JsonValueKind.Object || !responses.TryGetProperty(key, out var response))
            {
                continue;
            }

            var result = Read(key, response);
            if (!result.IsAccepted)
            {
                declined.Add(key);
            }
            else if (result.Content?.TryGetValue(Field, out var answer) == true && Text(answer) is { } text)
            {
                answers[key] = text;
            }
        }

        return (answers, declined);
    }

    private static ElicitResult Read(string key, JsonElement response)
    {
        try
        {
            return response.Deserialize(SdkJson.Of<ElicitResult>()) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new McpProtocolException($"'inputResponses.{key}' is not the result of an elicitation.", McpErrorCode.InvalidParams);
        }
    }

    private static string? Text(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.String => answer.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static ElicitRequestParams.PrimitiveSchemaDefinition Schema(Question question) => question.Kind switch
    {
        QuestionKind.Confirm => new ElicitRequestParams.BooleanSchema { Title = "Yes, go on" },
        QuestionKind.Choice => new ElicitRequestParams.UntitledSingleSelectEnumSchema { Title = "Choice", Enum = [.. question.Choices ?? []] },
        _ => new ElicitRequestParams.StringSchema { Title = "Answer" },
    };
}
