using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0006: every result is a JSON object.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResultAnalyzer() : ProcedureAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "HD0006",
        "Result without an object root",
        "The {0} '{1}' returns {2}: {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "MCP's structured results are objects, and an object can grow a property later without breaking a caller.",
        "docs/rules/HD0006.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known) =>
        OnProcedure(context, known, (symbol, procedure) =>
        {
            if (Fault(procedure, ProcedureResult.Of(procedure, known), known) is { } fault)
            {
                symbol.ReportDiagnostic(Found(procedure.Method.At(), procedure.Kind.ToString().ToLowerInvariant(), procedure.Path, fault.What, fault.Remedy));
            }
        });

    private static (string What, string Remedy)? Fault(Procedure procedure, ProcedureResult result, KnownSymbols known) => (procedure.Kind, result) switch
    {
        (ProcedureKind.Subscription, { IsStream: false }) => ("no stream", "return IAsyncEnumerable of a record"),
        (not ProcedureKind.Subscription, { IsStream: true }) => ("a stream", "mark it [Subscription], or return a Page"),
        (ProcedureKind.Mutation, { Type: null }) => ("nothing", "return a record of what it changed"),
        (_, { Type: null }) => ("nothing", "return a record"),
        (_, { Type: { } type }) => Fault(type, known),
    };

    private static (string What, string Remedy)? Fault(ITypeSymbol type, KnownSymbols known) => type.FormOf(known) switch
    {
        TypeForm.Scalar or TypeForm.Secret => ($"the single value '{type.Display()}'", "return a record that names it"),
        TypeForm.List => ($"the bare list '{type.Display()}'", $"return Page<{type.ElementOf().Display()}>"),
        TypeForm.Dictionary => ($"the dictionary '{type.Display()}'", "return a record that has it as a property"),
        TypeForm.Choice => ($"one of several records, '{type.Display()}'", "wrap it in a record"),
        TypeForm.FreeForm => ("an object of any shape", "wrap it in a record, as a property marked [FreeForm]"),
        TypeForm.Record when type.MayBeNull() =>
            ($"'{type.Display()}', which may be null", "return a record always, and throw a ProcedureException when there is none"),
        _ => null,
    };
}
