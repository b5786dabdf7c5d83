using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Analyzers;

/// <summary>One type that a signature reaches.</summary>
/// <param name="Type">The type.</param>
/// <param name="Form">What it becomes in JSON.</param>
/// <param name="Where">What has this type, in words: <c>parameter 'since'</c>.</param>
/// <param name="Symbol">What has this type, or the nearest thing to it that is in this compilation.</param>
/// <param name="Property">The property that has this type, when one does.</param>
/// <param name="Remedy">What to do about it, when it cannot stay.</param>
/// <param name="IsInput">Whether it is a part of what the procedure takes.</param>
internal sealed record SignaturePart(ITypeSymbol Type, TypeForm Form, string Where, ISymbol Symbol, IPropertySymbol? Property, string? Remedy, bool IsInput);

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
            signature.Walk(parameter.Type, new($"parameter '{parameter.Name}'", parameter, TakesTarget: true, IsInput: true, IsFreeForm: parameter.Attribute(known.FreeForm) is not null));
        }

        if (ProcedureResult.Of(procedure, known).Type is { } result)
        {
            signature.Walk(result, new("the result", procedure.Method));
        }

        return signature.parts;
    }

    /// <summary>The parameters that come from the caller; the others come from the pipeline.</summary>
    public static IEnumerable<IParameterSymbol> InputOf(Procedure procedure, KnownSymbols known) =>
        procedure.Method.Parameters.Where(parameter => !parameter.Type.Is(known.Context) && !parameter.Type.Is(known.CancellationToken));

    private void Walk(ITypeSymbol type, Place place)
    {
        var form = type.FormOf(known);
        var isNullElement = place.IsElement && type.MayBeNull();
        parts.Add(new(isNullElement ? type : type.WithoutNull(), form, place.Words, place.Symbol, place.Property, RemedyFor(type, form, place), place.IsInput));
        switch (form)
        {
            case TypeForm.List or TypeForm.Dictionary:
                // The pipeline resolves a target, or a list of them, that is a parameter of its own.
                Walk(type.ElementOf(), place with { IsElement = true, TakesTarget = place is { TakesTarget: true, IsElement: false } && form == TypeForm.List });
                break;
            case TypeForm.Record when walking.Count < MaximumDepth && walked.Add(type.WithoutNull()):
                WalkRecord((INamedTypeSymbol)type.WithoutNull(), place);
                break;
            case TypeForm.Choice when walking.Count < MaximumDepth && walked.Add(type.WithoutNull()):
                WalkChoice((INamedTypeSymbol)type.WithoutNull(), place);
                break;
        }
    }

    private void WalkChoice(INamedTypeSymbol choice, Place place)
    {
        walking.Push(choice);
        foreach (var record in Choice.RecordsOf(choice, known).Where(record => record.FormOf(known) == TypeForm.Record && walked.Add(record)))
        {
            WalkRecord(record, place);
        }

        walking.Pop();
    }

    private void WalkRecord(INamedTypeSymbol record, Place place)
    {
        walking.Push(record);
        foreach (var property in TypeForms.PropertiesOf(record))
        {
            var inSource = property.Locations.Any(location => location.IsInSource);
            Walk(property.Type, new(
                $"property '{property.Name}' of record '{record.Display()}'", inSource ? property.OriginalDefinition : place.Symbol, property.OriginalDefinition,
                IsInput: place.IsInput, IsFreeForm: property.AnnotatedSymbols().Any(symbol => symbol.Attribute(known.FreeForm) is not null)));
        }

        walking.Pop();
    }

    private string? RemedyFor(ITypeSymbol type, TypeForm form, Place place) => form switch
    {
        TypeForm.None => Replacement.For(type, known),
        TypeForm.Target when !place.TakesTarget => "a target is resolved only where it is a parameter of its own or a list of them, use string here",
        TypeForm.FreeForm when !place.IsFreeForm || place.IsElement => "use a record that names its properties, or mark a parameter or property of this type [FreeForm] to have any object there",
        TypeForm.Choice when walking.Contains(type.WithoutNull(), SymbolEqualityComparer.Default) => "it contains itself and its schema would have no end, refer to it by its id",
        TypeForm.Choice when Choice.Remedy((INamedTypeSymbol)type.WithoutNull(), place.IsInput, known) is { } remedy => remedy,
        TypeForm.List when type.ElementOf().SpecialType == SpecialType.System_Byte => "bytes are one string of Base64, use byte[]",
        TypeForm.Record when walking.Count >= MaximumDepth || walking.Contains(type.WithoutNull(), SymbolEqualityComparer.Default) =>
            "it contains itself and its schema would have no end, refer to it by its id",
        _ when place.IsElement && type.MayBeNull() => "lists and dictionaries hold no null, remove the '?'",
        _ => null,
    };

    /// <summary>Where in a signature a type is written.</summary>
    private sealed record Place(string Words, ISymbol Symbol, IPropertySymbol? Property = null, bool TakesTarget = false, bool IsElement = false,
        bool IsInput = false, bool IsFreeForm = false);
}
