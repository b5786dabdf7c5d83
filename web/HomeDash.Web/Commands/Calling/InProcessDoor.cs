using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using HomeDash.Procedures;
using HomeDash.Web.Hosting;

namespace HomeDash.Web.Commands.Calling;

/// <summary>Calls in this process, on the data of this machine, as HomeDash itself.</summary>
internal sealed class InProcessDoor : ICallDoor
{
    private readonly CommandHouse house = new();
    private bool connected;

    public async Task<IReadOnlyList<Tool>> ToolsAsync(bool connected, CancellationToken cancellationToken)
    {
        if (connected)
        {
            await ConnectAsync(cancellationToken);
        }

        return await ToolPages.ReadAsync(async input => Answer(await house.Calls.CallAsync("tools.list", Bytes(input), cancellationToken)));
    }

    public async Task<CallAnswer> CallAsync(Tool tool, JsonObject input, bool dryRun, CancellationToken cancellationToken)
    {
        await ConnectAsync(cancellationToken);
        return Answer(await house.Calls.With(request => request with { DryRun = dryRun }).CallAsync(tool.Path, Bytes(input), cancellationToken));
    }

    public async IAsyncEnumerable<JsonElement> FollowAsync(Tool tool, JsonObject input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await ConnectAsync(cancellationToken);
        var stream = await house.Calls.OpenAsync(tool.Path, Bytes(input), cancellationToken);
        if (stream.Refusal is { } refusal)
        {
            throw ((CallAnswer.Refusal)Answer(refusal)).Failure;
        }

        await foreach (var write in stream.ReadAsync(cancellationToken))
        {
            yield return Read(write);
        }
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        if (!connected)
        {
            await house.ConnectAsync(cancellationToken);
            connected = true;
        }
    }

    private static byte[] Bytes(JsonObject input) => JsonSerializer.SerializeToUtf8Bytes(input);

    private static CallAnswer Answer(ProcedureOutcome outcome) => outcome switch
    {
        ProcedureOutcome.Completed completed => new CallAnswer.Result(Read(completed.Write)),
        ProcedureOutcome.Planned planned => new CallAnswer.Result(Read(planned.Write)),
        ProcedureOutcome.Failed { Error: var error } => new CallAnswer.Refusal(error.Reason.ToWire(), error.Message, error.Problems),
        ProcedureOutcome.NeedsInput asks => new CallAnswer.Refusal(ErrorReason.AnswerNeeded.ToWire(),
            $"Nothing was done: a person has to answer in the dashboard. {string.Join(" ", asks.Questions.Select(question => question.Message))}", []),
        ProcedureOutcome.AwaitsApproval waits => new CallAnswer.Refusal(ErrorReason.ApprovalNeeded.ToWire(), $"Nothing was done yet. {waits.Message}", []),
        _ => throw new InvalidOperationException($"{outcome.GetType().Name} is no end for a caller who waits."),
    };

    private static JsonElement Read(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
