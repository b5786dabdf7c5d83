namespace HomeDash.Procedures;

/// <summary>A part of the catalogue: one is generated per assembly, others are made at run time.</summary>
public interface IProcedureSource
{
    /// <summary>The procedures it has now.</summary>
    IReadOnlyList<Procedure> Procedures { get; }

    /// <summary>The permissions it declares.</summary>
    IReadOnlyList<PermissionDefinition> Permissions { get; }

    /// <summary>The prompts it has now: queries that return a <see cref="PromptScript"/> and are no tools.</summary>
    IReadOnlyList<Procedure> Prompts => [];

    /// <summary>The names it knows.</summary>
    IReadOnlyList<Completion> Completions => [];

    /// <summary>Raised after <see cref="Procedures"/> has changed. Generated sources never raise it.</summary>
    event Action? Changed;
}

/// <summary>Says when the procedures of a namespace can do anything, so that nobody is offered tools for what is not there.</summary>
public interface INamespaceAvailability
{
    /// <summary>The namespace.</summary>
    string Namespace { get; }

    /// <summary>Null while it is available; otherwise what a person has to do to make it so.</summary>
    string? WhyNot { get; }

    /// <summary>Raised after <see cref="WhyNot"/> has changed.</summary>
    event Action? Changed;
}
