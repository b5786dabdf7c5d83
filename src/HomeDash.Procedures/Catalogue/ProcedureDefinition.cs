namespace HomeDash.Procedures;

/// <summary>All that surfaces need to know of a procedure. The generator makes one per attributed method; other sources make their own.</summary>
public sealed record ProcedureDefinition
{
    /// <summary>How long a run may take unless the procedure says otherwise.</summary>
    public const double DefaultDeadlineSeconds = 8;

    /// <summary>Namespace and verb, for example <c>docker.restart</c>.</summary>
    public required string Path { get; init; }

    /// <summary>First part of the path.</summary>
    public string Namespace => Path[..Path.IndexOf('.')];

    /// <summary>The name on MCP: the path with <c>_</c> for <c>.</c>, at most 54 of <c>[a-zA-Z0-9_]</c>.</summary>
    public string ToolName => field ??= Path.Replace('.', '_');

    /// <summary>A short title for people, for example <c>Restart containers</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What it does, in full sentences.</summary>
    public required string Description { get; init; }

    /// <summary>Whether it reads, changes or streams.</summary>
    public required ProcedureKind Kind { get; init; }

    /// <summary>How far a mutation reaches; null for queries and subscriptions.</summary>
    public Effect? Effect { get; init; }

    /// <summary>Whether calling twice is the same as calling once. Always so for queries.</summary>
    public bool Idempotent { get; init; }

    /// <summary>The permission a caller needs.</summary>
    public required string Permission { get; init; }

    /// <summary>How long a run may take.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(DefaultDeadlineSeconds);

    /// <summary>Path of the query that tells how a mutation that goes on in the background is getting along; null when it does not go on.</summary>
    public string? CheckWith { get; init; }

    /// <summary>The parameters in the order of the signature.</summary>
    public IReadOnlyList<ParameterDefinition> Parameters { get; init; } = [];

    /// <summary>The addresses under which the result of a query can be read.</summary>
    public IReadOnlyList<ResourceDefinition> Resources { get; init; } = [];

    /// <summary>JSON Schema of the input: an object, inlined, safe for every client.</summary>
    public required string InputSchema { get; init; }

    /// <summary>JSON Schema of the result (of one item, for a subscription); null when the source gives none.</summary>
    public string? OutputSchema { get; init; }

    /// <summary>Whether it takes or returns a <see cref="Secret"/>, which keeps it off MCP.</summary>
    public bool CarriesSecret { get; init; }

    /// <summary>Address in the dashboard where a person does this by hand; named where the procedure itself is not offered.</summary>
    public string? Page { get; init; }
}

/// <summary>What a procedure does to the world.</summary>
public enum ProcedureKind
{
    /// <summary>It reads.</summary>
    Query,

    /// <summary>It changes something.</summary>
    Mutation,

    /// <summary>It streams items as they happen.</summary>
    Subscription,
}

/// <summary>One parameter, as the caller sees it.</summary>
/// <param name="Name">Its JSON name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="TargetNoun">For a target, what it names, for example <c>container</c>; null otherwise.</param>
public sealed record ParameterDefinition(string Name, string Description, bool Required, string? TargetNoun = null);

/// <summary>A permission that procedures may ask for.</summary>
/// <param name="Name">For example <c>docker.control</c>.</param>
/// <param name="Description">What holding it allows.</param>
public sealed record PermissionDefinition(string Name, string Description);
