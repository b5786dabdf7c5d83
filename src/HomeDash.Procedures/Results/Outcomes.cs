using System.ComponentModel;

namespace HomeDash.Procedures;

/// <summary>What became of each of several targets. JSON: <c>{"items":[{"target":…,"ok":true,"value":{…}},…]}</c>.</summary>
/// <typeparam name="T">What a target that worked out returns.</typeparam>
/// <param name="Items">One outcome per target, in the order given.</param>
public sealed record Outcomes<T>(
    [property: Description("One outcome per target, in the order given.")] IReadOnlyList<Outcome<T>> Items) : IOutcomes
    where T : class
{
    bool IOutcomes.AllFailed => Items.Count > 0 && Items.All(item => !item.Ok);

    /// <summary>Runs the same work for each target at the same time; one target's failure leaves the others alone.</summary>
    /// <param name="targets">The resolved targets.</param>
    /// <param name="work">What is done with one.</param>
    public static async Task<Outcomes<T>> ForEachAsync<TTarget>(IReadOnlyList<TTarget> targets, Func<TTarget, Task<T>> work)
        where TTarget : ITarget
    {
        return new(await Task.WhenAll(targets.Select(RunAsync)).ConfigureAwait(false));

        async Task<Outcome<T>> RunAsync(TTarget target)
        {
            var name = target.Resolved?.Name ?? target.Given;
            try
            {
                return new(name, true, await work(target).ConfigureAwait(false));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                var error = ProcedureErrors.From(exception);
                return new(name, false, null, error.Reason.ToWire(), error.Message);
            }
        }
    }
}

/// <summary>What became of one target.</summary>
/// <typeparam name="T">What it returns when it worked out.</typeparam>
/// <param name="Target">The target's name.</param>
/// <param name="Ok">Whether it worked out.</param>
/// <param name="Value">The state afterwards, when it worked out.</param>
/// <param name="Reason">Why not, from the closed list of reasons.</param>
/// <param name="Message">Why not, in words.</param>
public sealed record Outcome<T>(
    [property: Description("The target's name.")] string Target,
    [property: Description("Whether it worked out.")] bool Ok,
    [property: Description("The state afterwards, when it worked out.")] T? Value = null,
    [property: Description("Why not, from the closed list of reasons.")] string? Reason = null,
    [property: Description("Why not, in words.")] string? Message = null)
    where T : class;

/// <summary>Lets a surface see whether a result is a failure as a whole.</summary>
public interface IOutcomes
{
    /// <summary>True when there were targets and none worked out.</summary>
    bool AllFailed { get; }
}
