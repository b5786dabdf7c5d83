using HomeDash.Procedures.Generator.Models;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>Return type → what comes out of it. Null when it is no object at the root.</summary>
internal static class ReturnTransform
{
    public static (WireType Output, ReturnShape Shape, ITypeSymbol Symbol)? Of(ITypeSymbol type, ProcedureKind kind, WireTypeTransform types)
    {
        var (symbol, shape) = type is INamedTypeSymbol { TypeArguments.Length: 1 } named && named.TypeArguments[0] is var inner
            ? named.DefinitionName() switch
            {
                "System.Threading.Tasks.Task<TResult>" => (inner, ReturnShape.Task),
                "System.Threading.Tasks.ValueTask<TResult>" => (inner, ReturnShape.ValueTask),
                "System.Collections.Generic.IAsyncEnumerable<T>" => (inner, ReturnShape.Stream),
                _ => (type, ReturnShape.Value),
            }
            : (type, ReturnShape.Value);
        return (shape == ReturnShape.Stream) == (kind == ProcedureKind.Subscription)
            && !WireTypeTransform.Split(symbol).Nullable
            && types.Of(symbol) is (RecordType or MapType) and var output
            ? (output, shape, symbol)
            : null;
    }
}
