using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0022: prompts and completions take and return what those who use them can give and take.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AssistanceAnalyzer() : ProcedureAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "HD0022",
        "Prompt or completion of the wrong form",
        "'{0}' {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A client fills a prompt in with texts, and completes a name from what was typed until then.",
        "docs/rules/HD0022.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        var compilation = context.Compilation;
        var completions = new Lazy<ILookup<ISymbol?, Procedure>>(() => Procedure.AllIn(compilation.Assembly.GlobalNamespace, known)
            .Where(procedure => procedure.Attribute.AttributeClass!.Is(known.Completes))
            .ToLookup(procedure => (ISymbol?)TargetOf(procedure), SymbolEqualityComparer.Default));
        OnProcedure(context, known, (symbol, procedure) =>
        {
            var fault = procedure.Attribute.AttributeClass!.Is(known.Prompt) ? PromptFault(procedure, known)
                : procedure.Attribute.AttributeClass!.Is(known.Completes) ? CompletionFault(procedure, completions.Value, known)
                : null;
            if (fault is not null)
            {
                symbol.ReportDiagnostic(Found(procedure.Method.At(), procedure.Path, fault));
            }
        });
    }

    private static string? PromptFault(Procedure prompt, KnownSymbols known) =>
        !Returns(prompt, known.PromptScript, known) ? "is a prompt that returns something else: return a PromptScript"
        : Signature.InputOf(prompt, known).FirstOrDefault(parameter => parameter.Type.FormOf(known) is not (TypeForm.Scalar or TypeForm.Target)) is { } compound
            ? $"is a prompt whose argument '{compound.Name}' is no single text, number or target: take one, or several arguments"
        : null;

    private static string? CompletionFault(Procedure completion, ILookup<ISymbol?, Procedure> all, KnownSymbols known) =>
        !Returns(completion, known.TargetNames, known) ? "completes names and returns something else: return TargetNames"
        : Signature.InputOf(completion, known).ToArray() is not { Length: 1 } given || !IsTyped(given[0]) ? "completes names and needs one argument to do so: take the string 'text', which was typed until then"
        : TargetOf(completion) is not { } target || target.FormOf(known) != TypeForm.Target ? "completes names of what is no target: name a type that implements ITarget<T>"
        : all[target].FirstOrDefault(other => !other.Method.Is(completion.Method)) is { } twin ? $"completes the same names as '{twin.Path}': keep one of them"
        : null;

    private static bool Returns(Procedure procedure, INamedTypeSymbol? type, KnownSymbols known) => ProcedureResult.Of(procedure, known) is { IsStream: false, Type: { } result } && result.Is(type);

    private static bool IsTyped(IParameterSymbol parameter) => parameter is { Name: "text", Type.SpecialType: SpecialType.System_String };

    private static ITypeSymbol? TargetOf(Procedure completion) => completion.Attribute.ConstructorArguments.ElementAtOrDefault(1).Value as ITypeSymbol;
}
