using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0005: names fit every client that shows them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameAnalyzer() : ProcedureAnalyzer(Rule)
{
    /// <summary>Clients put their own prefix before a tool name and allow 64 characters for both.</summary>
    private const int MaximumLength = 54;

    private const string AsyncSuffix = "Async";

    private static readonly DiagnosticDescriptor Rule = new(
        "HD0005",
        "Name too long or of the wrong shape",
        "The name '{0}' {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Namespaces are camelCase letters and digits, methods plain letters and digits; both joined by _ have at most 54 characters.",
        "docs/rules/HD0005.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        context.RegisterSymbolAction(symbol => LookAtNamespace(symbol, known), SymbolKind.NamedType);
        OnProcedure(context, known, LookAtProcedure);
    }

    private void LookAtNamespace(SymbolAnalysisContext context, KnownSymbols known)
    {
        if (context.Symbol.Attribute(known.Router) is { } router && router.FirstText() is { } @namespace && !IsNamespace(@namespace))
        {
            context.ReportDiagnostic(Found(
                router.ArgumentLocation(name: null, context.CancellationToken) ?? context.Symbol.At(),
                @namespace,
                "is no namespace: use letters and digits in camelCase, for example 'apiKeys'"));
        }
    }

    private void LookAtProcedure(SymbolAnalysisContext context, Procedure procedure)
    {
        var name = procedure.Method.Name;
        if (Fault() is { } fault)
        {
            context.ReportDiagnostic(Found(procedure.Method.At(), fault.Name, fault.Remedy));
        }

        (string Name, string Remedy)? Fault() => procedure.ToolName switch
        {
            _ when name.Length > AsyncSuffix.Length && name.EndsWith(AsyncSuffix, StringComparison.Ordinal) =>
                (name, $"ends with 'Async', which would be part of the tool's name: call the method '{name.Substring(0, name.Length - AsyncSuffix.Length)}'"),
            _ when !name.All(IsLetterOrDigit) =>
                (name, "has characters other than a-z, A-Z and 0-9: rename the method"),
            { Length: > MaximumLength } tool =>
                (tool, $"has {tool.Length} characters where MCP clients take {MaximumLength}: shorten the method's name"),
            _ => null,
        };
    }

    private static bool IsNamespace(string text) => text.Length > 0 && text[0] is >= 'a' and <= 'z' && text.All(IsLetterOrDigit);

    private static bool IsLetterOrDigit(char letter) => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
