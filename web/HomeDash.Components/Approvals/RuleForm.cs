using HomeDash.Procedures;

namespace HomeDash.Components.Approvals;

/// <summary>What a person has chosen for a rule.</summary>
internal sealed class RuleForm
{
    /// <summary>What the rule reaches to.</summary>
    public RuleReachKind Reach { get; set; }

    /// <summary>The namespace, when the rule reaches to one.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>The tool, by its path, when the rule reaches to one.</summary>
    public string Tool { get; set; } = "";

    public bool Conditional { get; set; }

    public string Path { get; set; } = "";

    public ConditionOp Op { get; set; }

    /// <summary>The values, several by commas for <see cref="ConditionOp.In"/>.</summary>
    public string Values { get; set; } = "";

    public ApprovalDecider Decider { get; set; } = ApprovalDecider.Administrator;

    public int RememberMinutes { get; set; }

    public int ExpireMinutes { get; set; } = 15;

    public bool OnMcp { get; set; } = true;

    public bool OnHttp { get; set; } = true;

    /// <summary>The profile whose clients alone are meant; empty for all.</summary>
    public string Profile { get; set; } = "";

    /// <summary>What the rule covers, as the procedures take it.</summary>
    public string Covers => Reach switch
    {
        RuleReachKind.Tool => Tool,
        RuleReachKind.Namespace => Namespace,
        _ => "destructive",
    };

    /// <summary>The profile, as the procedures take it.</summary>
    public string? ChosenProfile => OnMcp && Profile.Length > 0 ? Profile : null;

    public IReadOnlyList<ApprovalSurface> Surfaces =>
        [.. new (bool Chosen, ApprovalSurface Surface)[] { (OnMcp, ApprovalSurface.Mcp), (OnHttp && ChosenProfile is null, ApprovalSurface.Http) }.Where(choice => choice.Chosen).Select(choice => choice.Surface)];

    /// <summary>The condition; null when any arguments will do.</summary>
    public ApprovalCondition? Condition => !Conditional ? null : new(
        Path.Trim(), Op, Op switch
        {
            ConditionOp.Exists => null,
            ConditionOp.In => Values.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            _ => [Values.Trim()],
        });

    /// <summary>What a rule that is changed must not keep.</summary>
    public IEnumerable<ApprovalRuleField> Emptied =>
        new[] { (Kept: Conditional, Field: ApprovalRuleField.Condition), (Kept: ChosenProfile is not null, Field: ApprovalRuleField.Profile) }.Where(part => !part.Kept).Select(part => part.Field);

    /// <summary>A rule that is there, to be changed.</summary>
    public static RuleForm Of(ApprovalRule rule) => new()
    {
        Reach = rule.Covers == "destructive" ? RuleReachKind.Destructive : rule.Covers.Contains('.', StringComparison.Ordinal) ? RuleReachKind.Tool : RuleReachKind.Namespace,
        Namespace = rule.Covers,
        Tool = rule.Covers,
        Conditional = rule.Condition is not null,
        Path = rule.Condition?.Path ?? "",
        Op = rule.Condition?.Op ?? ConditionOp.Eq,
        Values = string.Join(", ", rule.Condition?.Values ?? []),
        Decider = rule.Decider,
        RememberMinutes = rule.RememberMinutes,
        ExpireMinutes = rule.ExpireMinutes,
        OnMcp = rule.Surfaces.Contains(ApprovalSurface.Mcp),
        OnHttp = rule.Surfaces.Contains(ApprovalSurface.Http),
        Profile = rule.Profile ?? "",
    };

    /// <summary>The tools that can wait at all.</summary>
    public static IReadOnlyList<ToolInfo> Holdable(IEnumerable<ToolInfo> tools) =>
        [.. tools.Where(tool => tool.Kind == ProcedureKind.Mutation && !tool.Path.StartsWith("approvals.", StringComparison.Ordinal))];

    /// <summary>The tools that the rule would cover.</summary>
    public IReadOnlyList<ToolInfo> Covered(IReadOnlyList<ToolInfo> holdable) =>
        [.. holdable.Where(tool => Reach switch
        {
            RuleReachKind.Tool => tool.Path == Tool,
            RuleReachKind.Namespace => SpaceOf(tool) == Namespace,
            _ => tool.Effect == Effect.Destroy,
        })];

    /// <summary>The namespace of a tool.</summary>
    public static string SpaceOf(ToolInfo tool) => tool.Path[..tool.Path.IndexOf('.', StringComparison.Ordinal)];
}

/// <summary>What a rule reaches to.</summary>
internal enum RuleReachKind
{
    /// <summary>Everything that loses something.</summary>
    Destructive,

    /// <summary>All that a namespace changes.</summary>
    Namespace,

    /// <summary>One tool.</summary>
    Tool,
}
