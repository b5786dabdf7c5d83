namespace HomeDash.Procedures.Generator.Models;

/// <summary>A property of a record, or a parameter of a procedure: a property of its input record.</summary>
internal sealed record PropertyModel
{
    /// <summary>Its name in C#.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in JSON.</summary>
    public required string JsonName { get; init; }

    /// <summary>What it holds.</summary>
    public required WireType Type { get; init; }

    /// <summary>Whether it may be null.</summary>
    public bool Nullable { get; init; }

    /// <summary>What it means; null when nobody says.</summary>
    public string? Description { get; init; }

    /// <summary>Its limits.</summary>
    public LimitsModel Limits { get; init; } = LimitsModel.None;

    /// <summary>What it is when nothing is given; null when it has no default.</summary>
    public DefaultModel? Default { get; init; }

    /// <summary>How a value gets into it.</summary>
    public PropertyRole Role { get; init; }

    /// <summary>For a list named <c>clear</c>: the properties beside it that it may name.</summary>
    public EquatableArray<ClearedModel> Clears { get; init; } = EquatableArray<ClearedModel>.Empty;

    /// <summary>Whether an input may leave it out.</summary>
    public bool IsOptional => Nullable || Default is not null;

    /// <summary>Its type as code writes it.</summary>
    public string CSharpType => Nullable ? Type.CSharp + "?" : Type.CSharp;
}

/// <summary>How a value gets into a property.</summary>
internal enum PropertyRole
{
    /// <summary>By the constructor.</summary>
    Positional,

    /// <summary>By an initializer.</summary>
    Init,

    /// <summary>It is computed: written to JSON, never read.</summary>
    Computed,
}

/// <summary>A default value.</summary>
/// <param name="CSharp">As an expression.</param>
/// <param name="Json">As JSON; null when a schema does not say it.</param>
/// <param name="IsOwn">Whether only the record itself can say it: what is not given is not set.</param>
internal sealed record DefaultModel(string CSharp, string? Json, bool IsOwn = false);

/// <summary>A property that an update can empty.</summary>
/// <param name="Member">The member of the enum that names it, as an expression.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="JsonName">Its name in JSON.</param>
internal sealed record ClearedModel(string Member, string Name, string JsonName);
