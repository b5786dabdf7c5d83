using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Procedures;

/// <summary>Collects what a run's targets resolved to; generated code hands its target parameters in, the pipeline reads the result.</summary>
public sealed class TargetScope(IServiceProvider services, Caller caller)
{
    private List<(ResolvedTarget Target, Access Needed)>? resolved;

    /// <summary>Every target of the run with the access its parameter needs.</summary>
    public IReadOnlyList<(ResolvedTarget Target, Access Needed)> Resolved => resolved ?? [];

    /// <summary>Resolves the targets of a list parameter.</summary>
    public async ValueTask<IReadOnlyList<TTarget>> ResolveAsync<TTarget>(
        IReadOnlyList<TTarget> targets, Access needed, CancellationToken cancellationToken)
        where TTarget : class, ITarget<TTarget>
    {
        if (targets.Count == 0)
        {
            return targets;
        }

        var resolver = services.GetRequiredService<ITargetResolver<TTarget>>();
        var found = await resolver.ResolveAsync(targets, caller, cancellationToken).ConfigureAwait(false);
        foreach (var target in found)
        {
            (resolved ??= []).Add((
                target.Resolved ?? throw new InvalidOperationException($"The resolver left the {TTarget.Noun} '{target.Given}' unresolved."),
                needed));
        }

        return found;
    }

    /// <summary>Resolves the target of a single parameter; null stays null.</summary>
    public async ValueTask<TTarget?> ResolveAsync<TTarget>(TTarget? target, Access needed, CancellationToken cancellationToken)
        where TTarget : class, ITarget<TTarget> =>
        target is null ? null
        : await ResolveAsync<TTarget>([target], needed, cancellationToken).ConfigureAwait(false) is var found && found is [var only] ? only
        : throw ProcedureErrors.Ambiguous(TTarget.Noun, target.Given, found.Select(member => member.Resolved!.Name));
}
