using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace HomeDash.Procedures;

/// <summary>
/// The door for surfaces that answer with JSON: calls queries and mutations as <see cref="ProcedureCaller"/> does, takes the
/// fields that were asked for out of the result, and keeps it within the budget (docs/answers.md).
/// </summary>
public sealed class AnswerCalls(ProcedureCaller calls, ProcedureCatalog catalog, IOptionsMonitor<AnswerOptions> options)
{
    /// <summary>Answers are read by programs, not put into pages: what HTML would need escaped only costs bytes here.</summary>
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Calls a query or mutation. Its input may hold <see cref="Projection.Parameter"/> or <see cref="DryRun.Parameter"/> beside the procedure's own arguments.</summary>
    /// <returns>How it ended: an <see cref="Answer"/> where it completed.</returns>
    public async ValueTask<ProcedureOutcome> CallAsync(string path, ReadOnlyMemory<byte> input, ProcedureRequest request, CancellationToken cancellationToken)
    {
        if (catalog.Find(path)?.Definition is not { } definition || !request.Caller.MayCall(definition))
        {
            return await calls.CallAsync(path, input, request, cancellationToken).ConfigureAwait(false);
        }

        Projection? projection = null;
        var problems = default(InputProblems);
        if (Projection.IsOfferedBy(definition) && InputJson.TryTake(ref input, Projection.Parameter, out var fields))
        {
            projection = Projection.Read(fields, definition, ref problems);
        }
        else if (DryRun.IsOfferedBy(definition) && InputJson.TryTake(ref input, DryRun.Parameter, out var wanted))
        {
            request = request with { DryRun = DryRun.Read(wanted, ref problems) || request.DryRun };
        }

        if (problems.Count > 0)
        {
            return new ProcedureOutcome.Failed(ProcedureErrors.InvalidInput(problems.All).Error);
        }

        var outcome = await calls.CallAsync(path, input, request, cancellationToken).ConfigureAwait(false);
        if (outcome is not ProcedureOutcome.Completed completed)
        {
            return outcome;
        }

        var json = Print(completed, projection);
        return json.Length > options.CurrentValue.Budget && AnswerCut.Of(json, options.CurrentValue.Budget) is { } cut
            ? await ShortenAsync(definition, input, request, completed, projection, cut, cancellationToken).ConfigureAwait(false)
            : new Answer(json, completed.AllTargetsFailed);
    }

    /// <summary>A list that can be paged is read again with the limit that fits, so that the procedure itself says where to go on.</summary>
    private async ValueTask<Answer> ShortenAsync(
        ProcedureDefinition definition, ReadOnlyMemory<byte> input, ProcedureRequest request,
        ProcedureOutcome.Completed completed, Projection? projection, AnswerCut cut, CancellationToken cancellationToken)
    {
        if (CanBePaged(definition)
            && await calls.CallAsync(definition.Path, InputJson.With(input, "limit", cut.Kept), request, cancellationToken).ConfigureAwait(false) is ProcedureOutcome.Completed page)
        {
            var json = Print(page, projection);
            if (json.Length <= options.CurrentValue.Budget)
            {
                return new(json, page.AllTargetsFailed);
            }
        }

        return new(cut.Print(Writing), completed.AllTargetsFailed);
    }

    private static bool CanBePaged(ProcedureDefinition definition) =>
        definition.Kind == ProcedureKind.Query
        && definition.Parameters.Any(parameter => parameter.Name == "limit")
        && definition.Parameters.Any(parameter => parameter.Name == "cursor");

    private static ReadOnlyMemory<byte> Print(ProcedureOutcome.Completed completed, Projection? projection)
    {
        var whole = Print(completed.Write);
        if (projection is null)
        {
            return whole;
        }

        using var document = JsonDocument.Parse(whole);
        return Print(writer => projection.Write(writer, document.RootElement));
    }

    private static ReadOnlyMemory<byte> Print(Action<Utf8JsonWriter> write)
    {
        var json = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(json, Writing))
        {
            write(writer);
        }

        return json.WrittenMemory;
    }
}
