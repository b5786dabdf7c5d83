using System.ComponentModel.DataAnnotations;

namespace HomeDash;

/// <summary>Says which calls wait until a person decides.</summary>
/// <param name="Id">Its id, as lists show it.</param>
/// <param name="Covers">A procedure's path, a namespace, or <c>destructive</c> for everything that loses something.</param>
/// <param name="Condition">What the arguments must be like; absent when any will do.</param>
/// <param name="Decider">Who decides on calls.</param>
/// <param name="RememberMinutes">For how many minutes a yes also lets later calls of the same procedure by the same caller go on; 0 for that one call alone.</param>
/// <param name="ExpireMinutes">For how many minutes a call waits, and an approved one may run.</param>
/// <param name="Surfaces">Where calls come from that it holds back. The dashboard's own clicks are never held back.</param>
/// <param name="Profile">The tool profile whose AI clients alone it holds back; absent for everybody.</param>
/// <param name="Tools">How many procedures it covers now.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record ApprovalRule(
    string Id,
    string Covers,
    ApprovalCondition? Condition,
    ApprovalDecider Decider,
    int RememberMinutes,
    int ExpireMinutes,
    IReadOnlyList<ApprovalSurface> Surfaces,
    string? Profile,
    int Tools,
    DateTimeOffset CreatedAt);

/// <summary>What the arguments of a call must be like for a rule to hold it back.</summary>
/// <param name="Path">Where in the arguments, for example <c>grace</c> or <c>options.force</c>. Of a list, each item counts; a target has its id and its name.</param>
/// <param name="Op">How it is compared.</param>
/// <param name="Values">With what: nothing for exists, one or more for in, one for the others.</param>
public sealed record ApprovalCondition(
    [property: StringLength(200, MinimumLength = 1)] string Path,
    ConditionOp Op,
    [property: MaxLength(50)] IReadOnlyList<string>? Values = null);

/// <summary>How an argument is compared.</summary>
public enum ConditionOp
{
    /// <summary>It is the value, or one of its items is.</summary>
    Eq,

    /// <summary>It is not the value or missing, or one of its items is not.</summary>
    Neq,

    /// <summary>It is one of the values, or one of its items is.</summary>
    In,

    /// <summary>It contains the value as text.</summary>
    Contains,

    /// <summary>It is given.</summary>
    Exists,

    /// <summary>It is a greater number, or no number.</summary>
    Gt,

    /// <summary>It is a smaller number, or no number.</summary>
    Lt,
}

/// <summary>Where a call comes from that a rule can hold back.</summary>
public enum ApprovalSurface
{
    /// <summary>An AI client over MCP.</summary>
    Mcp,

    /// <summary>A program over REST or tRPC, with an API key.</summary>
    Http,
}

/// <summary>A field of a rule that can be emptied.</summary>
public enum ApprovalRuleField
{
    /// <summary>What the arguments must be like.</summary>
    Condition,

    /// <summary>The profile that it is for.</summary>
    Profile,
}
