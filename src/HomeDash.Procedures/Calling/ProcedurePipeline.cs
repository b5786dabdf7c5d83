using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HomeDash.Procedures;

/// <summary>
/// The steps of every call, in their one order: record( may this caller call it → bind and validate → resolve targets →
/// may this caller use these targets → approve → run ).
/// </summary>
public sealed partial class ProcedurePipeline(
    ProcedureCatalog catalog,
    IServiceScopeFactory scopes,
    IChangeFeed feed,
    IEnumerable<IApprovalGate> gates,
    IEnumerable<ICallRecorder> recorders,
    TimeProvider clock,
    ILogger<ProcedurePipeline> logger)
{
    /// <summary>How long a caller of a mutation that can go on waits before being told that it is running.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(7);

    private readonly IApprovalGate[] gates = [.. gates];
    private readonly ICallRecorder[] recorders = [.. recorders];

    internal async ValueTask<ProcedureOutcome> RunAsync<TInput, TOutput>(
        Procedure<TInput, TOutput> procedure, ReadOnlyMemory<byte> json, TInput? typed, ProcedureRequest request, CancellationToken cancellationToken)
        where TInput : class
    {
        var call = new Call(procedure.Definition, request, clock.GetTimestamp());
        try
        {
            Permit(call);
            var input = typed is null ? Bind(procedure, json) : Check(procedure, typed);
            return Record(call, await RunWithinDeadlineAsync(procedure, input, call, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            return Record(call, Failure(call, exception));
        }
    }

    internal async ValueTask<ProcedureStream<TItem>> OpenAsync<TInput, TItem>(
        SubscriptionProcedure<TInput, TItem> procedure, ReadOnlyMemory<byte> json, TInput? typed, ProcedureRequest request, CancellationToken cancellationToken)
        where TInput : class
    {
        var call = new Call(procedure.Definition, request, clock.GetTimestamp());
        AsyncServiceScope? scope = null;
        try
        {
            Permit(call);
            var input = typed is null ? Bind(procedure, json) : Check(procedure, typed);
            scope = scopes.CreateAsyncScope();
            var services = scope.Value.ServiceProvider;
            services.GetService<IUnitOfWork>()?.Begin(writable: false);
            input = await ResolveAsync(procedure, input, call, services, cancellationToken).ConfigureAwait(false);
            var context = new ProcedureContext(request, new ChangeSet());
            return new(
                token => procedure.StreamAsync(services, input, context, token),
                procedure.Write,
                call.Targets ?? [],
                scope.Value,
                exception => Record(call, exception is null ? new ProcedureOutcome.Completed<object>(call, (_, _) => { }) : Failure(call, exception)));
        }
        catch (Exception exception)
        {
            if (scope is { } open)
            {
                await open.DisposeAsync().ConfigureAwait(false);
            }

            return new(Record(call, Failure(call, exception)));
        }
    }

    /// <summary>The steps up to the run and without it: what the targets in an input are, for a caller who may call and use them.</summary>
    /// <exception cref="ProcedureException">The caller may not, the input breaks the contract, or there is no such target.</exception>
    internal async ValueTask<IReadOnlyList<ResolvedTarget>> ResolveAsync<TInput>(
        BoundProcedure<TInput> procedure, ReadOnlyMemory<byte> json, ProcedureRequest request, CancellationToken cancellationToken)
        where TInput : class
    {
        var call = new Call(procedure.Definition, request, clock.GetTimestamp());
        Permit(call);
        var input = Bind(procedure, json);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetService<IUnitOfWork>()?.Begin(writable: false);
        await ResolveAsync(procedure, input, call, scope.ServiceProvider, cancellationToken).ConfigureAwait(false);
        return call.Targets ?? [];
    }

    private void Permit(Call call)
    {
        var (definition, caller) = (call.Definition, call.Request.Caller);
        if (!caller.Holds(definition.Permission))
        {
            throw !caller.SignedIn
                ? new ProcedureException(new(ProcedureErrorCode.Unauthorized, ErrorReason.NotSignedIn, "Sign in, or send an API key."))
                // A person at a page has called nothing by its name.
                : ProcedureErrors.NotAllowed(call.Request.Surface == "dashboard"
                    ? $"You need the permission {definition.Permission} for this. An administrator can grant it."
                    : $"{definition.Path} needs the permission '{definition.Permission}', which {caller.Name} does not have. An administrator can grant it.");
        }

        if (caller.ReadOnly && definition.Kind == ProcedureKind.Mutation)
        {
            throw new ProcedureException(new(ProcedureErrorCode.Forbidden, ErrorReason.ReadOnly, $"{definition.Path} changes something, and this key may only read."));
        }

        if (definition.DashboardOnly && call.Request.Surface is not ("dashboard" or "cli"))
        {
            throw ProcedureErrors.NotAllowed(
                $"{definition.Path} is for a person at the dashboard: no AI client and no program may call it. Ask the user to do it on the page {definition.Page ?? "/"} of HomeDash's dashboard.");
        }

        if (catalog.WhyNotAvailable(definition) is { } whyNot)
        {
            throw new ProcedureException(new(ProcedureErrorCode.PreconditionFailed, ErrorReason.NotConfigured, whyNot));
        }
    }

    private static TInput Bind<TInput>(BoundProcedure<TInput> procedure, ReadOnlyMemory<byte> json)
        where TInput : class
    {
        var reader = new Utf8JsonReader(json.Span);
        var problems = default(InputProblems);
        var input = procedure.Read(ref reader, ref problems);
        if (problems.Count == 0 && reader.Read())
        {
            problems.Add("", "There is more after the input object. Send one JSON object.");
        }

        return problems.Count == 0 && input is not null ? input : throw ProcedureErrors.InvalidInput(problems.All);
    }

    private static TInput Check<TInput>(BoundProcedure<TInput> procedure, TInput input)
        where TInput : class
    {
        var problems = default(InputProblems);
        procedure.Validate(input, ref problems);
        return problems.Count == 0 ? input : throw ProcedureErrors.InvalidInput(problems.All);
    }

    private static async ValueTask<TInput> ResolveAsync<TInput>(
        BoundProcedure<TInput> procedure, TInput input, Call call, IServiceProvider services, CancellationToken cancellationToken)
        where TInput : class
    {
        var scope = new TargetScope(services, call.Request.Caller);
        input = await procedure.ResolveAsync(input, scope, cancellationToken).ConfigureAwait(false);
        foreach (var (target, needed) in scope.Resolved)
        {
            (call.Targets ??= []).Add(target);
            if (call.Request.Caller.HasAccess(target, needed))
            {
                continue;
            }

            throw call.Request.Caller.HasAccess(target, Access.Use)
                ? ProcedureErrors.NotAllowed($"{call.Definition.Path} needs '{WireName(needed)}' access to the {target.Kind} '{target.Name}'. An administrator can grant it.")
                // Whoever may not see a thing is not told that it exists.
                : ProcedureErrors.NotFound(target.Kind, target.Name, []);
        }

        return input;
    }

    private static string WireName(Access access) => access.ToString().ToLowerInvariant();

    private async ValueTask<ProcedureOutcome> RunWithinDeadlineAsync<TInput, TOutput>(
        Procedure<TInput, TOutput> procedure, TInput input, Call call, CancellationToken cancellationToken)
        where TInput : class
    {
        var deadline = new CancellationTokenSource(call.Definition.Deadline, clock);
        var leaving = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline);
        var run = RunToItsEndAsync(procedure, input, call, deadline.Token);
        if (run.IsCompletedSuccessfully)
        {
            await leaving.DisposeAsync().ConfigureAwait(false);
            deadline.Dispose();
            return run.Result;
        }

        var work = run.AsTask();
        try
        {
            if (!work.IsCompleted && call.Definition.CheckWith is { } check && !call.Request.WaitsToTheEnd && call.Definition.Deadline > Patience)
            {
                await Task.WhenAny(work, Task.Delay(Patience, clock, deadline.Token)).ConfigureAwait(false);
                if (!work.IsCompleted && !deadline.IsCancellationRequested)
                {
                    RecordInTheEnd(call, work);
                    return new ProcedureOutcome.Running(new(check, Why: $"{call.Definition.Path} is still at work; this tells how far it has come."));
                }
            }

            return await work.WaitAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ProcedureException(new(ProcedureErrorCode.Timeout, ErrorReason.Timeout,
                $"{call.Definition.Path} did not finish within {call.Definition.Deadline.TotalSeconds:0.#} s and was ended."));
        }
        finally
        {
            await leaving.DisposeAsync().ConfigureAwait(false);
            if (work.IsCompleted)
            {
                // Otherwise a run that goes on in the background, or that ignores its token, still uses it.
                deadline.Dispose();
            }
        }
    }

    private void RecordInTheEnd(Call call, Task<ProcedureOutcome> work) => _ = work.ContinueWith(
        ended => Record(call, ended.IsCompletedSuccessfully ? ended.Result : Failure(call, ended.Exception!.GetBaseException())), TaskScheduler.Default);

    private async ValueTask<ProcedureOutcome> RunToItsEndAsync<TInput, TOutput>(
        Procedure<TInput, TOutput> procedure, TInput input, Call call, CancellationToken cancellationToken)
        where TInput : class
    {
        try
        {
            var outcome = await RunInScopeAsync(procedure, input, call, cancellationToken).ConfigureAwait(false);
            await call.EndAsync(outcome).ConfigureAwait(false);
            return outcome;
        }
        catch (Exception exception)
        {
            await call.EndAsync(new ProcedureOutcome.Failed(ProcedureErrors.From(exception))).ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask<ProcedureOutcome> RunInScopeAsync<TInput, TOutput>(
        Procedure<TInput, TOutput> procedure, TInput input, Call call, CancellationToken cancellationToken)
        where TInput : class
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var data = services.GetService<IUnitOfWork>();
        data?.Begin(writable: call.Definition.Kind == ProcedureKind.Mutation);
        try
        {
            input = await ResolveAsync(procedure, input, call, services, cancellationToken).ConfigureAwait(false);
            if (await ApproveAsync(procedure, input, call, data, cancellationToken).ConfigureAwait(false) is { } held)
            {
                return held;
            }

            var changes = services.GetRequiredService<ChangeSet>();
            var output = await procedure.RunAsync(services, input, new(call.Request, changes), cancellationToken).ConfigureAwait(false);
            if (call.Request.DryRun && call.Definition.Kind == ProcedureKind.Mutation)
            {
                await RollbackAsync(data).ConfigureAwait(false);
                return new ProcedureOutcome.Planned([], changes.Changes);
            }

            if (data is not null)
            {
                await data.CommitAsync(cancellationToken).ConfigureAwait(false);
            }

            foreach (var change in changes.Changes)
            {
                feed.Publish(new(change.Topic, change.Id));
            }

            return new ProcedureOutcome.Completed<TOutput>(output, procedure.Writer);
        }
        catch (RunEnded ended)
        {
            await RollbackAsync(data).ConfigureAwait(false);
            return ended.Outcome;
        }
        catch
        {
            await RollbackAsync(data).ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask<ProcedureOutcome?> ApproveAsync<TInput>(
        BoundProcedure<TInput> procedure, TInput input, Call call, IUnitOfWork? data, CancellationToken cancellationToken)
        where TInput : class
    {
        if (call.Definition.Kind != ProcedureKind.Mutation || call.Request.DryRun || !gates.Any(gate => gate.Watches(call.Definition, call.Request)))
        {
            return null;
        }

        var canonical = new ArrayBufferWriter<byte>(256);
        await using (var writer = new Utf8JsonWriter(canonical))
        {
            procedure.WriteInput(writer, input);
        }

        // Resolving may have begun this run's transaction, and there is one writer at a time: the gates write theirs first.
        await RollbackAsync(data).ConfigureAwait(false);
        foreach (var gate in gates.Where(gate => gate.Watches(call.Definition, call.Request)))
        {
            var answer = await gate.CheckAsync(call.Definition, call.Request, call.Targets ?? [], canonical.WrittenMemory, cancellationToken).ConfigureAwait(false);
            call.Ended += answer.Ended;
            if (answer.Held is not null)
            {
                return answer.Held;
            }
        }

        data?.Begin(writable: true);
        return null;
    }

    private static ValueTask RollbackAsync(IUnitOfWork? data) => data?.RollbackAsync() ?? default;

    private ProcedureOutcome.Failed Failure(Call call, Exception exception)
    {
        var error = ProcedureErrors.From(exception);
        if (error.Reason == ErrorReason.Internal)
        {
            LogFault(exception, call.Definition.Path, call.Request.RequestId);
        }

        return new ProcedureOutcome.Failed(error);
    }

    private ProcedureOutcome Record(Call call, ProcedureOutcome outcome)
    {
        var record = new CallRecord(call.Definition, call.Request, call.Targets ?? [], outcome, clock.GetElapsedTime(call.Started));
        foreach (var recorder in recorders)
        {
            recorder.Record(record);
        }

        return outcome;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} failed with a fault of HomeDash (request {RequestId})")]
    private partial void LogFault(Exception exception, string path, string requestId);

    /// <summary>What is known of a call while it runs.</summary>
    private sealed record Call(ProcedureDefinition Definition, ProcedureRequest Request, long Started)
    {
        public List<ResolvedTarget>? Targets { get; set; }

        /// <summary>What the gates want to hear at the end.</summary>
        public Func<ProcedureOutcome, ValueTask>? Ended { get; set; }

        public async ValueTask EndAsync(ProcedureOutcome outcome)
        {
            foreach (var ended in Delegate.EnumerateInvocationList(Ended))
            {
                await ended(outcome).ConfigureAwait(false);
            }
        }
    }
}
