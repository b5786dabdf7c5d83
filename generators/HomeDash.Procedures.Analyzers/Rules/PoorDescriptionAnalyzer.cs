using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0012: what is described is described in words that help.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PoorDescriptionAnalyzer() : ProcedureAnalyzer(Rule)
{
    private const int FewestWords = 3;
    private const int FewestLetters = 12;

    private static readonly char[] Between = [' ', '\t', '\r', '\n', '.', ',', ';', ':', '!', '?', '(', ')', '\'', '"', '-', '/'];

    /// <summary>Words that tell nothing of a thing.</summary>
    private static readonly HashSet<string> Empty = new(StringComparer.OrdinalIgnoreCase) { "a", "an", "the", "this", "that", "its", "of", "for", "to", "is", "value", "parameter", "property" };

    private static readonly DiagnosticDescriptor Rule = new(
        "HD0012",
        "Description that does not help",
        "The description of {0} {1}: say what it means, in which unit, or where to get it",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A caller who does not know the code has the name already; a description must tell more than that.",
        "docs/rules/HD0012.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        // Many procedures share a record: each of its properties is looked at once.
        var seen = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        OnProcedure(context, known, (symbol, procedure) =>
        {
            var token = symbol.CancellationToken;
            LookAt(symbol, procedure.Method, $"procedure '{procedure.Path}'", Documentation.TextOf((ISymbol)procedure.Method, known, token));
            foreach (var parameter in Signature.InputOf(procedure, known))
            {
                LookAt(symbol, parameter, $"parameter '{parameter.Name}'", Documentation.TextOf(parameter, known, token));
            }

            foreach (var part in Signature.PartsOf(procedure, known))
            {
                if (part.Symbol is IPropertySymbol property && seen.TryAdd(property, true))
                {
                    LookAt(symbol, property, $"property '{property.Name}'", Documentation.TextOf(property, known, token));
                }
            }
        });
    }

    private void LookAt(SymbolAnalysisContext context, ISymbol symbol, string what, string? text)
    {
        // What is not described at all is another rule's.
        if (!string.IsNullOrWhiteSpace(text) && Fault(symbol.Name, text!) is { } fault)
        {
            context.ReportDiagnostic(Found(symbol.At(), what, fault));
        }
    }

    private static string? Fault(string name, string text)
    {
        var words = text.Split(Between, StringSplitOptions.RemoveEmptyEntries);
        var named = new HashSet<string>(JsonName.Words(name), StringComparer.OrdinalIgnoreCase);
        return words.Length < FewestWords ? words.Length == 1 ? "is one word" : $"has only {words.Length} words"
            : text.Trim().Length < FewestLetters ? $"has only {text.Trim().Length} letters"
            : words.All(word => Empty.Contains(word) || named.Contains(word)) ? "only repeats the name"
            : null;
    }
}
