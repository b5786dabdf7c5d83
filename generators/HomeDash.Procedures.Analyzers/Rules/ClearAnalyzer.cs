using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0019: an update empties only what can be empty.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClearAnalyzer() : ProcedureAnalyzer(Rule)
{
    private const string Name = "clear";

    private static readonly DiagnosticDescriptor Rule = new(
        "HD0019",
        "Field that cannot be emptied",
        "'{0}' of '{1}' names nothing that 'clear' can empty in {2}: {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A list of an enum named 'clear' names the optional values beside it that an update empties.",
        "docs/rules/HD0019.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        var seen = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        OnProcedure(context, known, (symbol, procedure) =>
        {
            LookAt(symbol, known, [.. Signature.InputOf(procedure, known).Select(parameter => (parameter.Name, parameter.Type, IsEmptied(parameter), (ISymbol)parameter))], $"'{procedure.Path}'");
            foreach (var part in Signature.PartsOf(procedure, known).Where(part => part is { Form: TypeForm.Record, IsInput: true } && seen.TryAdd(part.Type.WithoutNull(), true)))
            {
                LookAt(
                    symbol, known, [.. TypeForms.PropertiesOf((INamedTypeSymbol)part.Type.WithoutNull()).Select(property => (property.Name, property.Type, property.Type.MayBeNull(), (ISymbol)property))],
                    $"'{part.Type.Display()}'");
            }
        });
    }

    private void LookAt(SymbolAnalysisContext context, KnownSymbols known, IReadOnlyList<(string Name, ITypeSymbol Type, bool IsEmptied, ISymbol Symbol)> values, string where)
    {
        var clear = values.FirstOrDefault(value => JsonName.Of(value.Name) == Name && value.Type.FormOf(known) == TypeForm.List);
        if (clear.Type?.ElementOf() is not INamedTypeSymbol { TypeKind: TypeKind.Enum } fields)
        {
            return;
        }

        foreach (var field in EnumMembers.Of(fields, known))
        {
            var named = values.FirstOrDefault(value => JsonName.Of(value.Name) == JsonName.Of(field.Name));
            if (!named.IsEmptied)
            {
                context.ReportDiagnostic(Found(
                    (field.At().IsInSource ? field : clear.Symbol).At(), field.Name, fields.Name, where,
                    named.Name is null ? "remove it, or name it after an optional value" : $"make '{named.Name}' optional, with null as its default"));
            }
        }
    }

    private static bool IsEmptied(IParameterSymbol parameter) => parameter.Type.MayBeNull() && parameter is { HasExplicitDefaultValue: false } or { ExplicitDefaultValue: null };
}
