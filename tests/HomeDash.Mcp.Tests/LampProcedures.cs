using System.Runtime.CompilerServices;
using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Mcp.Tests;

/// <summary>The arguments of the procedures below.</summary>
/// <param name="Mode">How it behaves.</param>
internal sealed record ModeInput(string Mode);

/// <summary>Reads the one argument <c>mode</c>.</summary>
internal static class ModeReader
{
    public static ModeInput Read(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return new(document.RootElement.TryGetProperty("mode", out var mode) ? mode.GetString()! : "");
    }
}

/// <summary>Does the same to three lamps, which all work out, all fail, or fail in part.</summary>
internal sealed class Restart(ProcedureDefinition definition) : Procedure<ModeInput, Outcomes<string>>
{
    public override ProcedureDefinition Definition => definition with { OutputSchema = """{"type":"object"}""" };

    protected override ModeInput Read(ref Utf8JsonReader reader, ref InputProblems problems) => ModeReader.Read(ref reader);

    protected override void Validate(ModeInput input, ref InputProblems problems)
    {
    }

    protected override void WriteInput(Utf8JsonWriter writer, ModeInput input) => writer.WriteStringValue(input.Mode);

    protected override ValueTask<Outcomes<string>> RunAsync(IServiceProvider services, ModeInput input, ProcedureContext context, CancellationToken cancellationToken) =>
        new(new Outcomes<string>([One("a", input.Mode != "none"), One("b", input.Mode == "all")]));

    protected override void Write(Utf8JsonWriter writer, Outcomes<string> output)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("items");
        foreach (var item in output.Items)
        {
            writer.WriteStartObject();
            writer.WriteString("target", item.Target);
            writer.WriteBoolean("ok", item.Ok);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static Outcome<string> One(string name, bool ok) => ok ? new(name, true, "on") : new(name, false, Reason: "wrong_state", Message: "It is broken.");
}

/// <summary>Streams numbers: three and ends, without end, breaks after one, or nothing at all.</summary>
internal sealed class Watch(ProcedureDefinition definition) : SubscriptionProcedure<ModeInput, int>
{
    public override ProcedureDefinition Definition => definition;

    protected override ModeInput Read(ref Utf8JsonReader reader, ref InputProblems problems) => ModeReader.Read(ref reader);

    protected override void Validate(ModeInput input, ref InputProblems problems)
    {
    }

    protected override void WriteInput(Utf8JsonWriter writer, ModeInput input) => writer.WriteStringValue(input.Mode);

    protected override async IAsyncEnumerable<int> StreamAsync(IServiceProvider services, ModeInput input, ProcedureContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var number = 1; input.Mode is "endless" || number <= 3; number++)
        {
            if (input.Mode is "silent")
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            if (input.Mode is "breaks" && number == 2)
            {
                throw ProcedureErrors.Unreachable("The lamp does not answer any more.");
            }

            yield return number;
        }
    }

    protected override void Write(Utf8JsonWriter writer, int item)
    {
        writer.WriteStartObject();
        writer.WriteNumber("n", item);
        writer.WriteEndObject();
    }
}

/// <summary>Goes on until it is cancelled.</summary>
internal sealed class Waiting(ProcedureDefinition definition, TaskCompletionSource started, TaskCompletionSource cancelled) : Procedure<ModeInput, string>
{
    public override ProcedureDefinition Definition => definition;

    protected override ModeInput Read(ref Utf8JsonReader reader, ref InputProblems problems) => ModeReader.Read(ref reader);

    protected override void Validate(ModeInput input, ref InputProblems problems)
    {
    }

    protected override void WriteInput(Utf8JsonWriter writer, ModeInput input) => writer.WriteStringValue(input.Mode);

    protected override async ValueTask<string> RunAsync(IServiceProvider services, ModeInput input, ProcedureContext context, CancellationToken cancellationToken)
    {
        started.TrySetResult();
        try
        {
            await Task.Delay(input.Mode == "briefly" ? TimeSpan.FromMilliseconds(300) : Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            cancelled.TrySetResult();
            throw;
        }

        // Nobody cancelled: the caller may have left, and the work was done all the same.
        cancelled.TrySetException(new InvalidOperationException("It ran to its end."));
        return "done";
    }

    protected override void Write(Utf8JsonWriter writer, string output)
    {
        writer.WriteStartObject();
        writer.WriteString("name", output);
        writer.WriteBoolean("on", true);
        writer.WriteEndObject();
    }
}

/// <summary>Takes longer than a caller waits, and goes on in the background.</summary>
internal sealed class Background(ProcedureDefinition definition) : Procedure<ModeInput, string>
{
    public override ProcedureDefinition Definition => definition with { OutputSchema = """{"type":"object","properties":{"running":{"type":"object"}}}""" };

    protected override ModeInput Read(ref Utf8JsonReader reader, ref InputProblems problems) => ModeReader.Read(ref reader);

    protected override void Validate(ModeInput input, ref InputProblems problems)
    {
    }

    protected override void WriteInput(Utf8JsonWriter writer, ModeInput input) => writer.WriteStringValue(input.Mode);

    protected override async ValueTask<string> RunAsync(IServiceProvider services, ModeInput input, ProcedureContext context, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return "";
    }

    protected override void Write(Utf8JsonWriter writer, string output) => writer.WriteStringValue(output);
}
