using HomeDash.Procedures;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace HomeDash.Mcp;

/// <summary>Answers tools/call: from the request to the pipeline and back.</summary>
internal sealed partial class ToolCalls(
    ToolTable table, ToolResults results, RequestStates states, SubscriptionTool subscriptions, AnswerCalls calls, ILogger<ToolCalls> logger)
{
    /// <summary>
    /// Calls a tool. Whatever a caller can do wrong, bad arguments included, is a result that says so (SEP-1303); only a
    /// tool that does not exist is an error of the protocol.
    /// </summary>
    public async ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> context, CancellationToken cancellationToken)
    {
        var call = McpCall.Of(context.JsonRpcRequest);
        var definition = table.Find(context.Params.Name) ?? throw Unknown(context.Params.Name, call.Caller);
        var request = new ProcedureRequest(call.Caller, "mcp");
        try
        {
            return definition.OffMcp
                ? results.OfError(OnlyInDashboard(definition, call.Dashboard), request)
                : await CallAsync(context, call, definition, request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not (McpException or InputRequiredException or OperationCanceledException))
        {
            LogFault(fault, definition.Path, request.RequestId);
            return results.OfError(ProcedureErrors.From(fault), request);
        }
    }

    private async Task<CallToolResult> CallAsync(
        RequestContext<CallToolRequestParams> context, McpCall call, ProcedureDefinition definition, ProcedureRequest request, CancellationToken cancellationToken)
    {
        var input = ToolArguments.Write(context.Params.Arguments);
        var (answers, declined) = ReadAnswers(context.Params, call, definition, input);
        if (declined is not null)
        {
            return results.OfError(new(ProcedureErrorCode.PreconditionFailed, ErrorReason.Denied, $"Nothing was done: the user declined to answer '{declined}'."), request);
        }

        ProcedureOutcome outcome;
        await using (var progress = context.Params.ProgressToken is { } token ? new ProgressPump(context.Server, token, cancellationToken) : null)
        {
            request = request with { Answers = answers, Progress = progress is null ? null : progress.Report };
            outcome = definition.Kind == ProcedureKind.Subscription
                ? await subscriptions.CallAsync(definition.Path, input, request, cancellationToken).ConfigureAwait(false)
                : await calls.CallAsync(definition.Path, input, request, cancellationToken).ConfigureAwait(false);
        }

        if (outcome is ProcedureOutcome.NeedsInput asks && Questions.CanBeAsked(call, context.JsonRpcRequest.Context!))
        {
            var state = states.Seal(call.Caller, definition.ToolName, input, asks.Questions.Select(question => question.Key), answers);
            throw new InputRequiredException(Questions.Ask(asks.Questions), state);
        }

        if (outcome is ProcedureOutcome.AwaitsApproval { Page: { } page } waits)
        {
            outcome = waits with { Message = $"{waits.Message} Tell the user where it is decided: {new Uri(call.Dashboard, page.TrimStart('/'))}" };
        }

        return results.Of(definition, outcome, request);
    }

    /// <summary>The answers of all rounds, and the key of a question that the user declined to answer.</summary>
    private (IReadOnlyDictionary<string, string> Answers, string? Declined) ReadAnswers(
        CallToolRequestParams parameters, McpCall call, ProcedureDefinition definition, ReadOnlyMemory<byte> input)
    {
        if (parameters.RequestState is not { } given)
        {
            return (new Dictionary<string, string>(), null);
        }

        var state = states.Open(given, call.Caller, definition.ToolName, input);
        var (answers, declined) = Questions.Read(state.Asked, parameters.InputResponses);
        foreach (var (key, answer) in state.Answers)
        {
            answers.TryAdd(key, answer);
        }

        return (answers, declined.FirstOrDefault());
    }

    private McpProtocolException Unknown(string name, Caller caller)
    {
        var near = NearestNames.Of(name, table.DefinitionsFor(caller).Select(definition => definition.ToolName));
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
