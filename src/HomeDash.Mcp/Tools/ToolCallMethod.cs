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
    ToolTable table, ForeignTools foreign, ToolResults results, RequestStates states, SubscriptionTool subscriptions, AnswerCalls calls, ILogger<ToolCallMethod> logger) : IMcpMethod
{
    private static readonly ReadOnlyMemory<byte> NoArguments = "{}"u8.ToArray();

    public string Name => RequestMethods.ToolsCall;

    public bool MayTalk(McpCall call, JsonElement parameters) =>
        ProgressPump.TokenOf(parameters).ValueKind != JsonValueKind.Undefined
        || (NameIn(parameters) is { } name && (table.Find(name) is { } definition ? MayTalk(call, definition) : foreign.MayTalk(call, name, parameters)));

    public async ValueTask<McpAnswer> AnswerAsync(McpCall call, JsonElement parameters, CancellationToken cancellationToken)
    {
        var name = parameters.RequiredText("name");
        if (table.Find(name) is not { } definition)
        {
            return await foreign.CallAsync(call, name, parameters, cancellationToken).ConfigureAwait(false) ?? throw Unknown(name, call.Caller);
        }

        var request = new ProcedureRequest(call.Caller, "mcp");
        try
        {
            return definition.CarriesSecret
                ? results.OfError(call, OnlyInDashboard(definition, call.Dashboard), request)
                : await CallAsync(call, parameters, definition, request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not (McpException or OperationCanceledException))
        {
            LogFault(fault, definition.Path, request.RequestId);
            return results.OfError(call, ProcedureErrors.From(fault), request);
        }
    }

    /// <summary>The name of the tool; null when it is none, which the answer then says.</summary>
    private static string? NameIn(JsonElement parameters) =>
        parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty("name"u8, out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;

    private static bool MayTalk(McpCall call, ProcedureDefinition definition) =>
        (definition.Kind == ProcedureKind.Mutation && !call.IsModern && call.ClientElicits) || CallLog.Wants(call, definition);

    private async Task<McpAnswer> CallAsync(
        McpCall call, JsonElement parameters, ProcedureDefinition definition, ProcedureRequest request, CancellationToken cancellationToken)
    {
        var input = ArgumentsIn(parameters);
        var (answers, declined) = ReadAnswers(parameters, call, definition, input);
        if (declined is not null)
        {
            return results.OfError(call, new(ProcedureErrorCode.PreconditionFailed, ErrorReason.Denied, $"Nothing was done: the user declined to answer '{declined}'."), request);
        }

        ProcedureOutcome outcome;
        var log = CallLog.Begin(call, definition, cancellationToken);
        await using (var progress = ProgressPump.For(call, parameters, cancellationToken))
        {
            request = request with { Answers = answers, Progress = ReportTo(progress, log) };
            outcome = definition.Kind == ProcedureKind.Subscription
                ? await subscriptions.CallAsync(definition.Path, input, request, cancellationToken).ConfigureAwait(false)
                : await calls.CallAsync(definition.Path, input, request, cancellationToken).ConfigureAwait(false);
        }

        if (log is not null)
        {
            await log.EndAsync(outcome, table.Words).ConfigureAwait(false);
        }

        return outcome is ProcedureOutcome.NeedsInput asks && call.CanAsk
            ? new McpAnswer.Asks(Questions.Ask(asks.Questions), states.Seal(call.Caller, definition.ToolName, input, asks.Questions.Select(question => question.Key), answers))
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

    /// <summary>The answers of all rounds, and the key of a question that the user declined to answer.</summary>
    private (IReadOnlyDictionary<string, string> Answers, string? Declined) ReadAnswers(
        JsonElement parameters, McpCall call, ProcedureDefinition definition, ReadOnlyMemory<byte> input)
    {
        if (parameters.OptionalText("requestState") is not { } given)
        {
            return (System.Collections.Frozen.FrozenDictionary<string, string>.Empty, null);
        }

        var state = states.Open(given, call.Caller, definition.ToolName, input);
        var (answers, declined) = Questions.Read(state.Asked, parameters.TryGetProperty("inputResponses"u8, out var responses) ? responses : default);
        foreach (var (key, answer) in state.Answers)
        {
            answers.TryAdd(key, answer);
        }

        return (answers, declined.FirstOrDefault());
    }

    /// <summary>The arguments as the bytes that came, without reading the values.</summary>
    private static ReadOnlyMemory<byte> ArgumentsIn(JsonElement parameters) =>
        !parameters.TryGetProperty("arguments"u8, out var arguments) || arguments.ValueKind == JsonValueKind.Null ? NoArguments
        : arguments.ValueKind == JsonValueKind.Object ? JsonMarshal.GetRawUtf8Value(arguments).ToArray()
        : throw MethodParameters.Misfit("arguments");

    private McpProtocolException Unknown(string name, Caller caller)
    {
        var near = NearestNames.Of(name, table.For(caller).Definitions.Select(definition => definition.ToolName));
        var hint = near.Count == 0 ? "tools/list names all of them." : $"Did you mean {string.Join(" or ", near.Select(known => $"'{known}'"))}?";
        return new($"There is no tool '{(name.Length > 64 ? name[..64] : name)}'. {hint}", McpErrorCode.InvalidParams);
    }

    private static ProcedureError OnlyInDashboard(ProcedureDefinition definition, Uri dashboard)
    {
        var where = definition.Page is null ? $"in HomeDash's dashboard at {dashboard}" : $"at {new Uri(dashboard, definition.Page.TrimStart('/'))}";
        return new(ProcedureErrorCode.Forbidden, ErrorReason.NotAllowed,
            $"{definition.ToolName} takes or returns a secret, which HomeDash does not pass to AI clients. Tell the user to do it {where}.");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The tool of {Path} failed outside the pipeline (request {RequestId})")]
    private partial void LogFault(Exception exception, string path, string requestId);
}
