namespace HomeDash.Procedures.Generator.Models;

/// <summary>Everything that is emitted of one procedure, as values.</summary>
internal sealed record ProcedureModel
{
    /// <summary>Assembly, and with it the namespaces of what is emitted.</summary>
    public required AssemblyNames Assembly { get; init; }

    /// <summary>First part of the path.</summary>
    public required string Namespace { get; init; }

    /// <summary>The router's method.</summary>
    public required string Method { get; init; }

    /// <summary>The router's type, fully qualified.</summary>
    public required string Router { get; init; }

    public required ProcedureKind Kind { get; init; }

    /// <summary>What it is there for.</summary>
    public required ProcedureRole Role { get; init; }

    /// <summary>The type of the targets whose names it knows, for <see cref="ProcedureRole.Completion"/>.</summary>
    public string? Completes { get; init; }

    /// <summary>The addresses under which its result can be read.</summary>
    public EquatableArray<ResourceModel> Resources { get; init; } = EquatableArray<ResourceModel>.Empty;

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required string Permission { get; init; }

    /// <summary>How far a mutation reaches, as a member of <c>Effect</c>.</summary>
    public string? Effect { get; init; }

    public bool Idempotent { get; init; }

    public string? CheckWith { get; init; }

    public string? Page { get; init; }

    /// <summary>Seconds a run may take, as an expression; null for the usual.</summary>
    public string? DeadlineSeconds { get; init; }

    /// <summary>What the method takes, in the order of its signature.</summary>
    public required EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>What it returns, or streams.</summary>
    public required WireType Output { get; init; }

    /// <summary>How it returns it.</summary>
    public required ReturnShape Returns { get; init; }

    /// <summary>Whether other assemblies can see every type of its signature.</summary>
    public bool IsPublic { get; init; }

    public string Verb => Naming.Camel(Method);

    public string Path => $"{Namespace}.{Verb}";

    /// <summary>What the names of its emitted types start with.</summary>
    public string Stem => Naming.Pascal(Namespace) + Method;

    public string InputClass => Stem + "Input";

    public string ProcedureClass => Stem + "Procedure";

    /// <summary>The parameters that come from the caller.</summary>
    public IEnumerable<PropertyModel> Inputs => Parameters.Where(parameter => parameter.Input is not null).Select(parameter => parameter.Input!);

    public bool CarriesSecret => Inputs.SelectMany(input => input.Type.All).Concat(Output.All).Any(type => type is ScalarType { Kind: ScalarKind.Secret });
}

/// <summary>What a procedure does to the world.</summary>
internal enum ProcedureKind
{
    Query,
    Mutation,
    Subscription,
}

/// <summary>What a router's method is there for.</summary>
internal enum ProcedureRole
{
    /// <summary>To be called, on every surface.</summary>
    Call,

    /// <summary>To write a prompt.</summary>
    Prompt,

    /// <summary>To complete names of targets.</summary>
    Completion,
}

/// <summary>An address under which a query's result can be read.</summary>
internal sealed record ResourceModel(string Uri, string? Title, string? Input, string? Lines, EquatableArray<string> Topics);

/// <summary>How a router's method hands over its result.</summary>
internal enum ReturnShape
{
    Value,
    Task,
    ValueTask,
    Stream,
}

/// <summary>One parameter of a router's method.</summary>
/// <param name="Name">Its name, escaped where C# needs it.</param>
/// <param name="Source">Where its value comes from.</param>
/// <param name="Input">It as a property of the input record, when it comes from the caller.</param>
/// <param name="Access">The access needed to its targets, as a member of <c>Access</c>.</param>
internal sealed record ParameterModel(string Name, ParameterSource Source, PropertyModel? Input = null, string? Access = null)
{
    /// <summary>The type of its targets; null when it has none.</summary>
    public TargetType? Target => Input?.Type as TargetType ?? (Input?.Type as ListType)?.Element as TargetType;
}

/// <summary>Where a parameter's value comes from.</summary>
internal enum ParameterSource
{
    Caller,
    Context,
    CancellationToken,
}
