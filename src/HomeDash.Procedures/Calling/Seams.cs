namespace HomeDash.Procedures;

/// <summary>HomeDash's own data during one run. Scoped; opened at first use, ended by the pipeline.</summary>
public interface IUnitOfWork
{
    /// <summary>Says before the run whether it may write: queries get a connection that refuses it.</summary>
    void Begin(bool writable);

    /// <summary>Keeps what was written. Does nothing when nothing was opened.</summary>
    ValueTask CommitAsync(CancellationToken cancellationToken);

    /// <summary>Forgets what was written. Does nothing when nothing was opened.</summary>
    ValueTask RollbackAsync();
}

/// <summary>Holds calls back until a person has said yes. Registered by whoever keeps approvals; without one nothing is held back.</summary>
public interface IApprovalGate
{
    /// <summary>Whether calls like this one can be held back at all; asked first, so that the others cost nothing. Mutations only, never dry runs.</summary>
    bool Watches(ProcedureDefinition definition, ProcedureRequest request);

    /// <summary>Whether a call may go on. The run's own unit of work is not open meanwhile: a gate may write in one of its own.</summary>
    /// <param name="definition">The procedure.</param>
    /// <param name="request">Who calls it, and how.</param>
    /// <param name="targets">What it would be done to.</param>
    /// <param name="canonicalInput">The input, canonical and with resolved ids: an approval is bound to these bytes.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    ValueTask<GateAnswer> CheckAsync(
        ProcedureDefinition definition, ProcedureRequest request, IReadOnlyList<ResolvedTarget> targets, ReadOnlyMemory<byte> canonicalInput, CancellationToken cancellationToken);
}

/// <summary>What a gate says to a call. The default lets it go on.</summary>
/// <param name="Held">What the caller is told instead: <see cref="ProcedureOutcome.AwaitsApproval"/> or <see cref="ProcedureOutcome.Failed"/>; null when the call may go on.</param>
/// <param name="Ended">Told how a call that may go on has ended, once, after its changes are kept or forgotten. Must not throw.</param>
public readonly record struct GateAnswer(ProcedureOutcome? Held, Func<ProcedureOutcome, ValueTask>? Ended = null);

/// <summary>Keeps a record of every call that reaches the pipeline.</summary>
public interface ICallRecorder
{
    /// <summary>Called once when a call has ended, in whatever way. Must not throw and must not wait.</summary>
    void Record(CallRecord record);
}

/// <summary>One call, as it is remembered. It holds no input and no result: those may be private.</summary>
/// <param name="Definition">The procedure.</param>
/// <param name="Request">Who called it, and how.</param>
/// <param name="Targets">What it was done to.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Elapsed">How long it took.</param>
public readonly record struct CallRecord(
    ProcedureDefinition Definition, ProcedureRequest Request, IReadOnlyList<ResolvedTarget> Targets, ProcedureOutcome Outcome, TimeSpan Elapsed);
