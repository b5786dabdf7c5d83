using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// A kind of thing that <c>healthMonitoring.report</c> looks at. A namespace that knows when something of its own is broken
/// registers one; the parts are asked at the same time, each within the report's patience.
/// </summary>
internal interface IReportPart
{
    /// <summary>What is looked at, as a plural that ends in s: <c>containers</c>.</summary>
    string Area { get; }

    /// <summary>Without this permission the part is left out, and the report says so.</summary>
    string Permission { get; }

    /// <summary>Looks at everything of its kind that the caller may see.</summary>
    /// <exception cref="ProcedureException">Nothing could be looked at; the report says why.</exception>
    Task<PartReport> LookAsync(Caller caller, CancellationToken cancellationToken);
}

/// <summary>What a part of the report saw.</summary>
/// <param name="Findings">What is wrong.</param>
/// <param name="LookedAt">What was looked at.</param>
/// <param name="NotLookedAt">What could not be.</param>
internal sealed record PartReport(IReadOnlyList<Finding> Findings, IReadOnlyList<LookedAt> LookedAt, IReadOnlyList<NotLookedAt> NotLookedAt)
{
    /// <summary>Nothing of a kind could be looked at.</summary>
    public static PartReport Blind(string area, ProcedureError error) => new([], [], [new(area, error.Reason.ToWire(), error.Message)]);

    /// <summary>There is nothing of this kind in the house.</summary>
    /// <param name="area">What is looked at.</param>
    /// <param name="missing">What would have to be there: "There is no monitor that you may use".</param>
    public static PartReport Nothing(string area, string missing) =>
        new([], [], [new(area, ErrorReason.NotConfigured.ToWire(), $"{missing}. Add one on the page Integrations.")]);

    /// <summary>What several integrations answered, thing by thing.</summary>
    /// <param name="area">What is looked at.</param>
    /// <param name="answers">What they answered.</param>
    /// <param name="things">The things of one answer.</param>
    /// <param name="judge">What is wrong with a thing; null when nothing is.</param>
    /// <param name="missing">What would have to be connected when there is no integration at all.</param>
    public static PartReport Of<TAnswer, TThing>(
        string area, Answers<TAnswer> answers, Func<TAnswer, IReadOnlyList<TThing>> things, Func<Integration, TThing, Finding?> judge, string missing)
        where TAnswer : class
    {
        if (answers.Items.Count == 0)
        {
            return Nothing(area, missing);
        }

        var seen = answers.Values.Select(answer => (answer.Integration, Things: things(answer.Value))).ToArray();
        return new(
            [.. seen.SelectMany(one => one.Things.Select(thing => judge(one.Integration, thing))).OfType<Finding>()],
            [.. seen.Select(one => new LookedAt(area, one.Things.Count, one.Integration.Name))],
            [.. answers.Reports.Where(report => !report.Ok).Select(report => new NotLookedAt(area, report.Reason!, report.Message!, report.Integration))]);
    }
}
