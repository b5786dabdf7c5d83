using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Analyzers;

/// <summary>The types that rules ask for by identity, looked up once for each compilation.</summary>
internal sealed class KnownSymbols
{
    private readonly Compilation compilation;
    private readonly HashSet<ISymbol> dictionaries;
    private readonly HashSet<ISymbol> scalars;

    private KnownSymbols(Compilation compilation, INamedTypeSymbol router)
    {
        this.compilation = compilation;
        Router = router;
        Procedure = Ours("ProcedureAttribute");
        Query = Ours("QueryAttribute");
        Mutation = Ours("MutationAttribute");
        Subscription = Ours("SubscriptionAttribute");
        Prompt = Ours("PromptAttribute");
        Completes = Ours("CompletesAttribute");
        Resource = Ours("ResourceAttribute");
        PromptScript = Ours("PromptScript");
        TargetNames = Ours("TargetNames");
        PermissionSet = Ours("PermissionSetAttribute");
        RegistersEvery = Ours("RegistersEveryAttribute");
        Writes = Ours("WritesAttribute");
        Target = Ours("ITarget`1");
        Secret = Ours("Secret");
        Flags = Find("System.FlagsAttribute");
        FreeForm = Ours("FreeFormAttribute");
        Needs = Ours("NeedsAttribute");
        JsonElement = Find("System.Text.Json.JsonElement");
        JsonPolymorphic = Find("System.Text.Json.Serialization.JsonPolymorphicAttribute");
        JsonDerivedType = Find("System.Text.Json.Serialization.JsonDerivedTypeAttribute");
        Validation = Find("System.ComponentModel.DataAnnotations.ValidationAttribute");
        TimeSpan = Find("System.TimeSpan");
        Uri = Find("System.Uri");
        Context = Ours("ProcedureContext");
        CancellationToken = Find("System.Threading.CancellationToken");
        Description = Find("System.ComponentModel.DescriptionAttribute");
        Task = Find("System.Threading.Tasks.Task");
        ValueTask = Find("System.Threading.Tasks.ValueTask");
        TaskOfResult = Find("System.Threading.Tasks.Task`1");
        ValueTaskOfResult = Find("System.Threading.Tasks.ValueTask`1");
        Stream = Find("System.Collections.Generic.IAsyncEnumerable`1");
        List = Find("System.Collections.Generic.List`1");
        dictionaries = Set(
            "System.Collections.Generic.IReadOnlyDictionary`2",
            "System.Collections.Generic.IDictionary`2",
            "System.Collections.Generic.Dictionary`2");
        scalars = Set("System.Guid", "System.DateTimeOffset", "System.DateOnly", "System.TimeSpan", "System.Uri");
    }

    public INamedTypeSymbol Router { get; }

    public INamedTypeSymbol? Procedure { get; }

    public INamedTypeSymbol? Query { get; }

    public INamedTypeSymbol? Mutation { get; }

    public INamedTypeSymbol? Subscription { get; }

    public INamedTypeSymbol? Prompt { get; }

    public INamedTypeSymbol? Completes { get; }

    public INamedTypeSymbol? Resource { get; }

    public INamedTypeSymbol? PromptScript { get; }

    public INamedTypeSymbol? TargetNames { get; }

    public INamedTypeSymbol? PermissionSet { get; }

    public INamedTypeSymbol? RegistersEvery { get; }

    public INamedTypeSymbol? Writes { get; }

    /// <summary><c>ITarget&lt;TSelf&gt;</c>.</summary>
    public INamedTypeSymbol? Target { get; }

    public INamedTypeSymbol? Flags { get; }

    public INamedTypeSymbol? FreeForm { get; }

    public INamedTypeSymbol? Needs { get; }

    public INamedTypeSymbol? JsonElement { get; }

    public INamedTypeSymbol? JsonPolymorphic { get; }

    public INamedTypeSymbol? JsonDerivedType { get; }

    /// <summary>The base of all data annotations that limit a value.</summary>
    public INamedTypeSymbol? Validation { get; }

    public INamedTypeSymbol? TimeSpan { get; }

    public INamedTypeSymbol? Uri { get; }

    public INamedTypeSymbol? Secret { get; }

    public INamedTypeSymbol? Context { get; }

    public INamedTypeSymbol? CancellationToken { get; }

    public INamedTypeSymbol? Description { get; }

    public INamedTypeSymbol? Task { get; }

    public INamedTypeSymbol? ValueTask { get; }

    public INamedTypeSymbol? TaskOfResult { get; }

    public INamedTypeSymbol? ValueTaskOfResult { get; }

    /// <summary><c>IAsyncEnumerable&lt;T&gt;</c>, what a subscription returns.</summary>
    public INamedTypeSymbol? Stream { get; }

    public INamedTypeSymbol? List { get; }

    /// <summary>Null when the compilation does not use HomeDash.Procedures, so that no rule applies.</summary>
    public static KnownSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("HomeDash.Procedures.RouterAttribute") is { } router ? new(compilation, router) : null;

    /// <summary>Whether a type is, for any keys and values, a dictionary that the generator knows.</summary>
    public bool IsDictionary(INamedTypeSymbol type) => dictionaries.Contains(type.OriginalDefinition);

    /// <summary>Whether a type is one JSON string or number, beside those that have a <see cref="SpecialType"/>.</summary>
    public bool IsScalar(INamedTypeSymbol type) => scalars.Contains(type);

    private INamedTypeSymbol? Ours(string name) => Find("HomeDash.Procedures." + name);

    private INamedTypeSymbol? Find(string name) => compilation.GetTypeByMetadataName(name);

    private HashSet<ISymbol> Set(params string[] names) => new(names.Select(Find).OfType<ISymbol>(), SymbolEqualityComparer.Default);
}
