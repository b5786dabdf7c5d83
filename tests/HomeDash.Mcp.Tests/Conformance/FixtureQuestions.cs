using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp.Tests;

/// <summary>The conformance suite's tools that ask their client something: one body each, for requests of the server's own and for SEP-2322.</summary>
internal static class FixtureQuestions
{
    private const string NoArguments = """{"type":"object","properties":{}}""";
    private const string Name = """{"type":"object","properties":{"name":{"type":"string"}},"required":["name"]}""";

    /// <summary>States are known by heart here, so that any other was tampered with.</summary>
    private const string State = "fixture-state-8b1d44f0";
    private const string NextState = "fixture-state-2c97ae51";

    public static IEnumerable<(string Name, string Schema, FixtureTools.Run Run)> All =>
    [
        ("test_sampling", """{"type":"object","properties":{"prompt":{"type":"string"}},"required":["prompt"]}""", (_, parameters, _) =>
            Once(parameters, null, answers => $"LLM response: {answers}", ("sample", Sampling(parameters.GetProperty("arguments").GetProperty("prompt").GetString()!)))),
        ("test_elicitation", """{"type":"object","properties":{"message":{"type":"string"}},"required":["message"]}""", (_, parameters, _) =>
            Once(parameters, null, answers => $"User response: {answers}", ("ask", Elicitation(
                parameters.GetProperty("arguments").GetProperty("message").GetString()!,
                """{"type":"object","properties":{"username":{"type":"string","description":"User's response"},"email":{"type":"string","description":"User's email address"}},"required":["username","email"]}""")))),
        ("test_elicitation_sep1034_defaults", NoArguments, (_, parameters, _) => Once(parameters, null, answers => $"Elicitation completed: {answers}", ("ask", Elicitation("Please review.", """
            {"type":"object","properties":{"name":{"type":"string","default":"John Doe"},"age":{"type":"integer","default":30},"score":{"type":"number","default":95.5},
            "status":{"type":"string","enum":["active","inactive","pending"],"default":"active"},"verified":{"type":"boolean","default":true}},"required":[]}
            """)))),
        ("test_elicitation_sep1330_enums", NoArguments, (_, parameters, _) => Once(parameters, null, answers => $"Elicitation completed: {answers}", ("ask", Elicitation("Please choose.", """
            {"type":"object","properties":{
            "untitledSingle":{"type":"string","enum":["option1","option2","option3"]},
            "titledSingle":{"type":"string","oneOf":[{"const":"value1","title":"First Option"},{"const":"value2","title":"Second Option"},{"const":"value3","title":"Third Option"}]},
            "legacyEnum":{"type":"string","enum":["opt1","opt2","opt3"],"enumNames":["Option One","Option Two","Option Three"]},
            "untitledMulti":{"type":"array","items":{"type":"string","enum":["option1","option2","option3"]}},
            "titledMulti":{"type":"array","items":{"anyOf":[{"const":"value1","title":"First Choice"},{"const":"value2","title":"Second Choice"},{"const":"value3","title":"Third Choice"}]}}},"required":[]}
            """)))),
        ("test_streaming_elicitation", NoArguments, (_, parameters, _) => Once(parameters, null, _ => "done", ("user_name", Elicitation("What is your name?", Name)))),
        ("test_input_required_result_elicitation", NoArguments, (_, parameters, _) => Once(parameters, null, answers => $"Hello, {answers}", ("user_name", Elicitation("What is your name?", Name)))),
        ("test_input_required_result_sampling", NoArguments, (_, parameters, _) => Once(parameters, null, answers => $"It is {answers}", ("capital_question", Sampling("What is the capital of France?")))),
        ("test_input_required_result_list_roots", NoArguments, (_, parameters, _) => Once(parameters, null, answers => $"Roots: {answers}", ("client_roots", Roots()))),
        ("test_input_required_result_request_state", NoArguments, (_, parameters, _) => Once(parameters, State, _ => "state-ok", ("confirm", Confirmation()))),
        ("test_input_required_result_tampered_state", NoArguments, (_, parameters, _) => Once(parameters, State, _ => "state-ok", ("confirm", Confirmation()))),
        ("test_input_required_result_multiple_inputs", NoArguments, (_, parameters, _) => Once(parameters, State, answers => $"All of it: {answers}",
            ("user_name", Elicitation("What is your name?", Name)), ("greeting", Sampling("Generate a greeting")), ("client_roots", Roots()))),
        ("test_input_required_result_multi_round", NoArguments, (_, parameters, _) => Rounds(parameters)),
        ("test_input_required_result_capabilities", NoArguments, (call, parameters, _) => Once(parameters, null, _ => "done",
        [
            .. Declares(call, "sampling") ? new[] { ("capital_question", Sampling("What is the capital of France?")) } : [],
            .. Declares(call, "elicitation") ? new[] { ("user_name", Elicitation("What is your name?", Name)) } : [],
        ])),
    ];

    /// <summary>What the prompt of the suite has to know first; null when it was told.</summary>
    public static McpAnswer.Asks? AboutPrompt(JsonElement parameters) =>
        Answers(parameters).ValueKind == JsonValueKind.Object
            ? null
            : new McpAnswer.Asks(new Dictionary<string, InputRequest> { ["user_context"] = Elicitation("What context should the prompt use?", """{"type":"object","properties":{"context":{"type":"string"}},"required":["context"]}""") }, null);

    /// <summary>Whether the client says that it can do something.</summary>
    public static bool Declares(McpCall call, string capability) => call.Capabilities.ValueKind == JsonValueKind.Object && call.Capabilities.TryGetProperty(capability, out _);

    /// <summary>Asks, and answers once everything that was asked is there.</summary>
    private static Task<FixtureTools.Made> Once(JsonElement parameters, string? state, Func<string, string> answer, params (string Key, InputRequest Question)[] questions)
    {
        var answers = Answers(parameters);
        if (!questions.All(question => answers.ValueKind == JsonValueKind.Object && answers.TryGetProperty(question.Key, out _)))
        {
            return Task.FromResult(new FixtureTools.Made(new McpAnswer.Asks(questions.ToDictionary(question => question.Key, question => question.Question), state)));
        }

        Check(parameters, state);
        if (questions.Any(question => answers.GetProperty(question.Key).ValueKind != JsonValueKind.Object))
        {
            throw new McpProtocolException("What came back is no answer to what was asked.", McpErrorCode.InvalidParams);
        }

        return FixtureTools.Text(answer(answers.GetRawText()));
    }

    private static Task<FixtureTools.Made> Rounds(JsonElement parameters)
    {
        var answers = Answers(parameters);
        if (parameters.OptionalText("requestState") == NextState && answers.ValueKind == JsonValueKind.Object)
        {
            return FixtureTools.Text("Both steps are done.");
        }

        return answers.ValueKind == JsonValueKind.Object && answers.TryGetProperty("step1", out _)
            ? Asks(NextState, "step2", Elicitation("Step 2: What is your favorite color?", """{"type":"object","properties":{"color":{"type":"string"}},"required":["color"]}"""))
            : Asks(State, "step1", Elicitation("Step 1: What is your name?", Name));
    }

    private static Task<FixtureTools.Made> Asks(string state, string key, InputRequest question) =>
        Task.FromResult(new FixtureTools.Made(new McpAnswer.Asks(new Dictionary<string, InputRequest> { [key] = question }, state)));

    private static void Check(JsonElement parameters, string? state)
    {
        if (state is not null && parameters.OptionalText("requestState") != state)
        {
            throw new McpProtocolException("The requestState is not the one that was given.", McpErrorCode.InvalidParams);
        }
    }

    private static JsonElement Answers(JsonElement parameters) => parameters.TryGetProperty("inputResponses"u8, out var answers) ? answers : default;

    private static InputRequest Confirmation() => Elicitation("Please confirm", """{"type":"object","properties":{"ok":{"type":"boolean"}},"required":["ok"]}""");

    private static InputRequest Elicitation(string message, string schema) => InputRequest.ForElicitation(new()
    {
        Message = message,
        RequestedSchema = JsonSerializer.Deserialize(schema, SdkJson.Of<ElicitRequestParams.RequestSchema>()),
    });

    private static InputRequest Sampling(string prompt) => Request("sampling/createMessage", $$$"""{"messages":[{"role":"user","content":{"type":"text","text":{{{JsonSerializer.Serialize(prompt)}}} } }],"maxTokens":100}""");

    private static InputRequest Roots() => Request("roots/list", "{}");

    /// <summary>What the protocol is about to drop, and the suite still asks for.</summary>
    private static InputRequest Request(string method, string parameters) =>
        JsonSerializer.Deserialize($$"""{"method":"{{method}}","params":{{parameters}}}""", SdkJson.Of<InputRequest>())!;
}
