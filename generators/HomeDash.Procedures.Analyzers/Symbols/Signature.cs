using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Analyzers;

/// <summary>One type that a signature reaches.</summary>
/// <param name="Type">The type.</param>
/// <param name="Form">What it becomes in JSON.</param>
/// <param name="Where">What has this type, in words: <c>parameter 'since'</c>.</param>
/// <param name="Symbol">What has this type, or the nearest thing to it that is in this compilation.</param>
/// <param name="Remedy">What to do about it, when it cannot stay.</param>
internal sealed record SignaturePart(ITypeSymbol Type, TypeForm Form, string Where, ISymbol Symbol, string? Remedy = null);

/// <summary>All types that a procedure takes and returns, at any depth.</summary>
internal sealed class Signature
{
    /// <summary>Deeper than any sensible result; a generic record can nest itself without end and never be the same type twice.</summary>
    private const int MaximumDepth = 32;

    private readonly List<SignaturePart> parts = [];
    private readonly HashSet<ISymbol> walked = new(SymbolEqualityComparer.Default);
    private readonly Stack<ITypeSymbol> walking = [];
    private readonly KnownSymbols known;

    private Signature(KnownSymbols known) => this.known = known;

    /// <summary>Reads the signature of a procedure.</summary>
    public static IReadOnlyList<SignaturePart> PartsOf(Procedure procedure, KnownSymbols known)
    {
        var signature = new Signature(known);
        foreach (var parameter in InputOf(procedure, known))
        {
            signature.Walk(parameter.Type, $"parameter '{parameter.Name}'", parameter, mayBeTarget: true);
        }

        if (ProcedureResult.Of(procedure, known).Type is { } result)
        {
            signature.Walk(result, "the result", procedure.Method, mayBeTarget: false);
        }

        return signature.parts;
    }

    /// <summary>The parameters that come from the caller; the others come from the pipeline.</summary>
    public static IEnumerable<IParameterSymbol> InputOf(Procedure procedure, KnownSymbols known) =>
        procedure.Method.Parameters.Where(parameter => !parameter.Type.Is(known.Context) && !parameter.Type.Is(known.CancellationToken));

    private void Walk(ITypeSymbol type, string where, ISymbol symbol, bool mayBeTarget)
    {
        var form = type.FormOf(known);
        parts.Add(new(type.WithoutNull(), form, where, symbol, RemedyFor(type, form, mayBeTarget)));
        switch (form)
        {
            case TypeForm.List:
                // The pipeline resolves a target, or a list of them, that is a parameter of its own.
                Walk(type.ElementOf(), where, symbol, mayBeTarget && type.ElementOf().FormOf(known) == TypeForm.Target);
                break;
            case TypeForm.Dictionary:
                Walk(type.ElementOf(), where, symbol, mayBeTarget: false);
                break;
            case TypeForm.Record when walking.Count < MaximumDepth && walked.Add(type.WithoutNull()):
                WalkRecord((INamedTypeSymbol)type.WithoutNull(), symbol);
                break;
        }
    }

    private void WalkRecord(INamedTypeSymbol record, ISymbol symbol)
    {
        walking.Push(record);
        foreach (var property in TypeForms.PropertiesOf(record))
        {
            var inSource = property.Locations.Any(location => location.IsInSource);
            Walk(property.Type, $"property '{property.Name}' of record '{record.Display()}'", inSource ? property.OriginalDefinition : symbol, mayBeTarget: false);
        }

        walking.Pop();
    }

    private string? RemedyFor(ITypeSymbol type, TypeForm form, bool mayBeTarget) => form switch
    {
        TypeForm.None => Replacement.For(type, known),
        TypeForm.Target when !mayBeTarget => "a target is resolved only where it is a parameter of its own or a list of them, use string here",
        TypeForm.Record when walking.Count >= MaximumDepth || walking.Contains(type.WithoutNull(), SymbolEqualityComparer.Default) =>
            "it contains itself and its schema would have no end, refer to it by its id",
        _ => null,
    };
}
