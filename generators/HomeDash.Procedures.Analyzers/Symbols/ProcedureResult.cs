using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Analyzers;

/// <summary>What a procedure returns, out of its task or stream.</summary>
/// <param name="Type">The type of the result, or of one item of a stream; null when it returns nothing.</param>
/// <param name="IsStream">Whether it returns <c>IAsyncEnumerable&lt;T&gt;</c>.</param>
internal sealed record ProcedureResult(ITypeSymbol? Type, bool IsStream = false)
{
    public static ProcedureResult Of(Procedure procedure, KnownSymbols known) => procedure.Method.ReturnType switch
    {
        { SpecialType: SpecialType.System_Void } => new(Type: null),
        var type when type.Is(known.Task) || type.Is(known.ValueTask) => new(Type: null),
        INamedTypeSymbol { OriginalDefinition: var definition, TypeArguments: { Length: 1 } arguments }
            when definition.Is(known.TaskOfResult) || definition.Is(known.ValueTaskOfResult) => new(arguments[0]),
        INamedTypeSymbol { OriginalDefinition: var definition, TypeArguments: { Length: 1 } arguments }
            when definition.Is(known.Stream) => new(arguments[0], IsStream: true),
        var type => new(type),
    };
}
