using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What a rule covers, in the words of <see cref="ApprovalRule.Covers"/>.</summary>
internal sealed class RuleReach(ProcedureCatalog catalog)
{
    /// <summary>Stands for every procedure that loses something.</summary>
    public const string Destructive = "destructive";

    /// <summary>Approvals themselves are never held back: nobody could decide any more.</summary>
    private const string Own = "approvals.";

    private IEnumerable<ProcedureDefinition> Holdable => catalog.Procedures.Select(procedure => procedure.Definition).Where(CanBeHeld);

    /// <summary>Whether a procedure can be held back at all.</summary>
    public static bool CanBeHeld(ProcedureDefinition definition) =>
        definition.Kind == ProcedureKind.Mutation && !definition.DashboardOnly && !definition.Path.StartsWith(Own, StringComparison.Ordinal);

    /// <summary>Whether a rule covers a procedure.</summary>
    public static bool Covers(string covers, ProcedureDefinition definition) =>
        covers == Destructive ? definition.Effect == Effect.Destroy
        : covers.Contains('.', StringComparison.Ordinal) ? definition.Path == covers
        : definition.Path.Length > covers.Length && definition.Path[covers.Length] == '.' && definition.Path.StartsWith(covers, StringComparison.Ordinal);

    /// <summary>How many procedures there are now that a rule covers.</summary>
    public int Count(string covers) => Holdable.Count(definition => Covers(covers, definition));

    /// <summary>What a caller gave, as a rule keeps it: a path also for the name of a tool.</summary>
    /// <exception cref="ProcedureException">It covers nothing.</exception>
    public string Read(string given)
    {
        var covers = given.Trim();
        covers = catalog.FindTool(covers)?.Definition.Path ?? covers;
        if (Count(covers) > 0)
        {
            return covers;
        }

        if (catalog.Find(covers)?.Definition is { } known)
        {
            throw ProcedureErrors.InvalidInput("covers", known.Kind == ProcedureKind.Mutation
                ? $"{known.Path} is decided in the dashboard alone and never waits."
                : $"{known.Path} changes nothing, and what changes nothing never waits.");
        }

        var near = NearestNames.Of(covers, Holdable.SelectMany(definition => new[] { definition.Path, definition.Namespace }).Append(Destructive).Distinct());
        var hint = near.Count == 0 ? $"Give a procedure's path, a namespace or '{Destructive}'." : $"Did you mean {string.Join(" or ", near.Select(name => $"'{name}'"))}?";
        throw ProcedureErrors.InvalidInput("covers", $"No procedure that changes something is covered by '{covers}'. {hint}");
    }

    /// <summary>Checks that a condition can be met by a call that the rule covers.</summary>
    /// <exception cref="ProcedureException">It cannot.</exception>
    public void Check(ApprovalCondition condition, string covers)
    {
        var problems = default(InputProblems);
        var values = condition.Values ?? [];
        var parameters = Holdable.Where(definition => Covers(covers, definition)).SelectMany(definition => definition.Parameters).Select(parameter => parameter.Name).Distinct().ToList();
        var first = condition.Path.Split('.')[0];
        if (!parameters.Contains(first))
        {
            problems.Add("condition.path", $"Nothing that the rule covers takes '{first}'. There are: {string.Join(", ", parameters.Order(StringComparer.Ordinal).Take(20))}.");
        }

        var wrong = condition.Op switch
        {
            ConditionOp.Exists => values.Count == 0 ? null : "Must be left out for exists.",
            ConditionOp.In => values.Count > 0 ? null : "Give one or more values for in.",
            _ when values.Count != 1 => "Give exactly one value.",
            ConditionOp.Gt or ConditionOp.Lt => ConditionCheck.Number(values[0]) is null ? "Must be a number for gt and lt." : null,
            _ => null,
        };
        if (wrong is not null)
        {
            problems.Add("condition.values", wrong);
        }

        if (problems.Count > 0)
        {
            throw ProcedureErrors.InvalidInput(problems.All);
        }
    }
}
