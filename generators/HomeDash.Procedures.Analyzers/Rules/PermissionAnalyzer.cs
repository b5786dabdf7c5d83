using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0007: a permission is a constant of a permission set, so that it exists and is described once.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PermissionAnalyzer() : ProcedureAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "HD0007",
        "Undeclared permission",
        "The permission {0} is not declared: name a const string of a static class marked [PermissionSet]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Permissions are granted to people by the list that permission sets make; one outside of it could be granted to nobody.",
        "docs/rules/HD0007.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterOperationAction(
            operation =>
            {
                if (((IAttributeOperation)operation.Operation).Operation is IObjectCreationOperation creation
                    && creation.Type?.BaseType?.Is(known.Procedure) == true
                    && creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value is { } permission
                    && !IsDeclared(permission, known))
                {
                    operation.ReportDiagnostic(Found(permission.Syntax.GetLocation(), permission.Syntax.ToString()));
                }
            },
            OperationKind.Attribute);

    private static bool IsDeclared(IOperation permission, KnownSymbols known) => permission switch
    {
        IFieldReferenceOperation { Field: { IsConst: true, ContainingType: { IsStatic: true } owner } } => owner.Attribute(known.PermissionSet) is not null,
        IInvalidOperation => true, // The compiler itself reports what it cannot bind.
        _ => false,
    };
}
