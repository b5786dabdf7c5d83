using System.Runtime.InteropServices;
using System.Text.Json;
using HomeDash.Procedures;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>
/// Answers tools/call: from the request to the pipeline and back. Whatever a caller can do wrong, bad arguments included,
/// is a result that says so (SEP-1303); only a tool that does not exist is an error of the protocol.
/// </summary>
internal sealed partial class ToolCallMethod(
    ToolTable table, ForeignTools foreign, ToolResults results, SearchCalls search, RequestStates states, SubscriptionTool subscriptions, AnswerCalls calls,
    IEnumerable<IAnswerMeter> meters, ILogger<ToolCallMethod> logger) : IMcpMethod
{
    private const string Surface = "mcp";
    private static readonly ReadOnlyMemory<byte> NoArguments = "{}"u8.ToArray();

    public string Name => RequestMethods.ToolsCall;

    public bool MayTalk(McpCall call, JsonElement parameters) =>
        ProgressPump.TokenOf(parameters).ValueKind != JsonValueKind.Undefined
        || (NameIn(parameters) is { } name && MayTalk(call, name, parameters));

    public async ValueTask<McpAnswer> AnswerAsync(McpCall call, JsonElement parameters, CancellationToken cancellationToken)
    {
        var name = parameters.RequiredText("name");
        var arguments = ArgumentsIn(parameters);
        var request = new ProcedureRequest(call.Caller, Surface) { Profile = call.Profile.Name };
        ProcedureDefinition? definition = null;
        // Nobody else's tool takes the place of one of HomeDash's own.
        if (table.Find(name) is null && !(call.Profile.ToolSearch && (name == SearchTools.Search || SearchTools.Calls(name)))
            && await foreign.CallAsync(call, name, parameters, cancellationToken).ConfigureAwait(false) is { } answered)
        {
            return answered;
        }

        try
        {
            if (call.Profile.ToolSearch && name == SearchTools.Search)
            {
                return search.Find(call, arguments);
            }

            (definition, arguments) = call.Profile.ToolSearch && SearchTools.Calls(name)
                ? search.Unwrap(call, name, arguments)
                : (table.Find(name) ?? throw Unknown(name, call), arguments);
            var answer = definition.OffMcp ? results.OfError(call, OnlyInDashboard(definition, call.Dashboard), request)
                : table.WhyNotOffered(call, definition) is { } whyNot ? results.OfError(call, whyNot, request)
                : await CallAsync(call, parameters, definition, Bytes(arguments), request, cancellationToken).ConfigureAwait(false);
            Measure(definition, answer);
            return answer;
        }
        catch (ProcedureException refused) when (definition is null)
        {
            return results.OfError(call, refused.Error, request);
        }
        catch (Exception fault) when (definition is not null && fault is not (McpException or OperationCanceledException))
        {
            LogFault(fault, definition.Path, request.RequestId);
            return results.OfError(call, ProcedureErrors.From(fault), request);
        }
    }

    /// <summary>The name of the tool; null when it is none, which the answer then says.</summary>
    private static string? NameIn(JsonElement parameters) =>
        parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty("name"u8, out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;

    private bool MayTalk(McpCall call, string name, JsonElement parameters) =>
        call.Profile.ToolSearch && SearchTools.Calls(name) ? call.LogLevel is not null || (name != SearchTools.Read && !call.IsModern && call.ClientElicits)
        : table.Find(name) is { } definition ? (definition.Kind == ProcedureKind.Mutation && !call.IsModern && call.ClientElicits) || CallLog.Wants(call, definition)
        : foreign.MayTalk(call, name, parameters);

    private void Measure(ProcedureDefinition definition, McpAnswer answer)
    {
        if (answer is McpAnswer.Result { Json.Length: var bytes })
        {
            foreach (var meter in meters)
            {
                meter.Sent(definition, Surface, bytes);
            }
        }
    }

    private async Task<McpAnswer> CallAsync(
        McpCall call, JsonElement parameters, ProcedureDefinition definition, ReadOnlyMemory<byte> input, ProcedureRequest request, CancellationToken cancellationToken)
    {
        var (answers, declined) = ReadAnswers(parameters, call, definition, input);
        var approval = ApprovalQuestion.In(answers, declined);
        if (approval is null && declined is [var unanswered, ..])
        {
            return results.OfError(call, new(ProcedureErrorCode.PreconditionFailed, ErrorReason.Denied, $"Nothing was done: the user declined to answer '{unanswered}'."), request);
        }

        ProcedureOutcome outcome;
        var log = CallLog.Begin(call, definition, cancellationToken);
        await using (var progress = ProgressPump.For(call, parameters, cancellationToken))
        {
            request = request with { Answers = answers, Approval = approval, Progress = ReportTo(progress, log) };
            outcome = definition.Kind == ProcedureKind.Subscription
                ? await subscriptions.CallAsync(definition.Path, input, request, cancellationToken).ConfigureAwait(false)
                : await calls.CallAsync(definition.Path, input, request, cancellationToken).ConfigureAwait(false);
        }

        if (log is not null)
        {
            await log.EndAsync(outcome, table.Words).ConfigureAwait(false);
        }

        IReadOnlyList<Question> questions = outcome switch
        {
            ProcedureOutcome.NeedsInput asks => asks.Questions,
            ProcedureOutcome.AwaitsApproval { MayAskCaller: true } waits => [ApprovalQuestion.Of(waits)],
            _ => [],
        };
        return questions.Count > 0 && call.CanAsk
            ? new McpAnswer.Asks(Questions.Ask(questions), states.Seal(call.Caller, definition.ToolName, input, questions.Select(question => question.Key), answers))
            : results.Of(call, definition, outcome, request);
    }

    private static Action<ProgressReport>? ReportTo(ProgressPump? progress, CallLog? log) => (progress, log) switch
    {
        (null, null) => null,
        (null, _) => log.Report,
        (_, null) => progress.Report,
        _ => report =>
        {
            progress.Report(report);
            log.Report(report);
        },
    };

    /// <summary>The answers of all rounds, and the keys of the questions that the user declined to answer.</summary>
    private (IReadOnlyDictionary<string, string> Answers, IReadOnlyList<string> Declined) ReadAnswers(
        JsonElement parameters, McpCall call, ProcedureDefinition definition, ReadOnlyMemory<byte> input)
    {
        if (parameters.OptionalText("requestState") is not { } given)
        {
            return (System.Collections.Frozen.FrozenDictionary<string, string>.Empty, []);
        }

        var state = states.Open(given, call.Caller, definition.ToolName, input);
        var (answers, declined) = Questions.Read(state.Asked, parameters.TryGetProperty("inputResponses"u8, out var responses) ? responses : default);
        foreach (var (key, answer) in state.Answers)
        {
            answers.TryAdd(key, answer);
        }

        return (answers, declined);
    }

    private static JsonElement ArgumentsIn(JsonElement parameters) =>
        !parameters.TryGetProperty("arguments"u8, out var arguments) || arguments.ValueKind == JsonValueKind.Null ? default
        : arguments.ValueKind == JsonValueKind.Object ? arguments
        : throw MethodParameters.Misfit("arguments");

    /// <summary>The arguments as the bytes that came, without reading the values.</summary>
    private static ReadOnlyMemory<byte> Bytes(JsonElement arguments) =>
        arguments.ValueKind == JsonValueKind.Undefined ? NoArguments : JsonMarshal.GetRawUtf8Value(arguments).ToArray();

    private McpProtocolException Unknown(string name, McpCall call)
    {
        var near = NearestNames.Of(name, table.For(call).Definitions.Select(definition => definition.ToolName));
        var hint = near.Count == 0 ? "tools/list names all of them." : $"Did you mean {string.Join(" or ", near.Select(known => $"'{known}'"))}?";
        return new($"There is no tool '{(name.Length > 64 ? name[..64] : name)}'. {hint}", McpErrorCode.InvalidParams);
    }

    private static ProcedureError OnlyInDashboard(ProcedureDefinition definition, Uri dashboard)
    {
        var where = definition.Page is null ? $"in HomeDash's dashboard at {dashboard}" : $"at {new Uri(dashboard, definition.Page.TrimStart('/'))}";
        var why = definition.CarriesSecret ? "takes or returns a secret, which HomeDash does not pass to AI clients" : "is for a person to do and not for an AI client";
        return new(ProcedureErrorCode.Forbidden, ErrorReason.NotAllowed, $"{definition.ToolName} {why}. Tell the user to do it {where}.");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The tool of {Path} failed outside the pipeline (request {RequestId})")]
    private partial void LogFault(Exception exception, string path, string requestId);
}
