namespace HomeDash.Procedures;

/// <summary>What every kind of procedure declares; use <see cref="QueryAttribute"/>, <see cref="MutationAttribute"/> or <see cref="SubscriptionAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public abstract class ProcedureAttribute(string permission) : Attribute
{
    /// <summary>The permission a caller needs: a <c>const string</c> of a class marked <see cref="PermissionSetAttribute"/>.</summary>
    public string Permission { get; } = permission;

    /// <summary>A title in place of the one made of verb and noun.</summary>
    public string? Title { get; init; }

    /// <summary>Seconds until a run is ended with reason <c>timeout</c>; 8 when omitted.</summary>
    public double DeadlineSeconds { get; init; } = ProcedureDefinition.DefaultDeadlineSeconds;

    /// <summary>
    /// Address in the dashboard where a person does this by hand, for example <c>/tools/api</c>. A procedure that carries a
    /// <see cref="Secret"/> must name one: it is not on MCP, and there the answer is this address.
    /// </summary>
    public string? Page { get; init; }

    /// <summary>
    /// True for what a person decides and no program may: the pipeline refuses it to AI clients and to API keys, and names
    /// <see cref="Page"/>.
    /// </summary>
    public bool DashboardOnly { get; init; }
}

/// <summary>A procedure that reads. It gets a database connection that refuses writes, and may not call a capability marked <see cref="WritesAttribute"/>.</summary>
public sealed class QueryAttribute(string permission) : ProcedureAttribute(permission);

/// <summary>A procedure that changes something.</summary>
/// <param name="permission">The permission a caller needs.</param>
/// <param name="effect">How far the change reaches; annotations, read-only keys and approvals follow from it.</param>
public sealed class MutationAttribute(string permission, Effect effect) : ProcedureAttribute(permission)
{
    /// <summary>How far the change reaches.</summary>
    public Effect Effect { get; } = effect;

    /// <summary>True when calling twice with the same input leaves the same state as calling once.</summary>
    public bool Idempotent { get; init; }

    /// <summary>
    /// Path of the query that tells how the work is going. A mutation that names one may go on in the background:
    /// a caller who is not answered within 7 s gets <c>running</c> with this call.
    /// </summary>
    public string? CheckWith { get; init; }
}

/// <summary>A procedure that returns <see cref="IAsyncEnumerable{T}"/>: items as they happen, until the caller leaves.</summary>
public sealed class SubscriptionAttribute(string permission) : ProcedureAttribute(permission);
