namespace HomeDash.Procedures;

/// <summary>Finds what callers mean. One implementation per target type, registered scoped.</summary>
/// <typeparam name="TTarget">The target type.</typeparam>
public interface ITargetResolver<TTarget>
    where TTarget : class, ITarget<TTarget>
{
    /// <summary>Resolves all targets of one parameter, in the order given.</summary>
    /// <param name="targets">What the caller wrote.</param>
    /// <param name="caller">Who asks: what the caller may not even see must be answered as not found.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The targets, each with <see cref="ITarget.Resolved"/> set: one for each that was given, or all members of a group that was named.</returns>
    /// <exception cref="ProcedureException">Reason <c>target_not_found</c> or <c>target_ambiguous</c>, with the candidates in the message.</exception>
    ValueTask<IReadOnlyList<TTarget>> ResolveAsync(IReadOnlyList<TTarget> targets, Caller caller, CancellationToken cancellationToken);
}
