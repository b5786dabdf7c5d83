using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0013: what reads is not named after a change.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DestructiveQueryAnalyzer() : ProcedureAnalyzer(Rule)
{
    private static readonly HashSet<string> Changes = new(StringComparer.OrdinalIgnoreCase)
    {
        "add", "approve", "assign", "cancel", "change", "clean", "clear", "close", "create", "delete", "deny", "deploy", "destroy", "disable", "drop", "edit",
        "empty", "enable", "erase", "format", "install", "kill", "move", "pause", "prune", "purge", "reboot", "remove", "rename", "replace", "reset", "restart",
        "restore", "resume", "revoke", "save", "send", "set", "shutdown", "start", "stop", "uninstall", "update", "upgrade", "wipe", "write",
    };

    private static readonly DiagnosticDescriptor Rule = new(
        "HD0013",
        "Query named after a change",
        "The {0} '{1}' is named after a change, '{2}': make it a [Mutation], or name it after what it reads",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Read-only keys may call a query, and people and models choose by the name; one that promises a change is either the wrong kind or the wrong name.",
        "docs/rules/HD0013.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known) =>
        OnProcedure(context, known, (symbol, procedure) =>
        {
            if (procedure.Kind != ProcedureKind.Mutation && JsonName.Words(procedure.Method.Name).First() is var verb && Changes.Contains(verb))
            {
                symbol.ReportDiagnostic(Found(procedure.Method.At(), procedure.Kind.ToString().ToLowerInvariant(), procedure.Path, verb.ToLowerInvariant()));
            }
        });
}
