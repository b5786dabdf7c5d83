using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0015: one thing has one name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ParameterNameAnalyzer() : ProcedureAnalyzer(Rule)
{
    private static readonly string[] Suffixes = ["Ids", "Id", "Names", "Name", "Refs", "Ref", "Keys", "Key"];

    private static readonly DiagnosticDescriptor Rule = new(
        "HD0015",
        "One thing under two names",
        "'{0}' is called '{1}' in '{2}': give both the same name",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A model that has learned a name from one tool uses it in the next.",
        "docs/rules/HD0015.md");

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known)
    {
        var compilation = context.Compilation;
        var names = new Lazy<IReadOnlyDictionary<string, string>>(() => Procedure
            .AllIn(compilation.Assembly.GlobalNamespace, known)
            .SelectMany(procedure => Signature.InputOf(procedure, known).Select(parameter => (parameter.Name, procedure.Path)))
            .GroupBy(each => each.Name, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Min(each => each.Path)!, StringComparer.Ordinal));
        OnProcedure(context, known, (symbol, procedure) =>
        {
            var own = Signature.InputOf(procedure, known).ToArray();
            foreach (var parameter in own)
            {
                // A procedure that takes both tells two things apart.
                if (Plain(parameter.Name).FirstOrDefault(plain => names.Value.ContainsKey(plain) && own.All(other => other.Name != plain)) is { } name)
                {
                    symbol.ReportDiagnostic(Found(parameter.At(), parameter.Name, name, names.Value[name]));
                }
            }
        });
    }

    /// <summary>What a name would be without a word for how the thing is named: <c>containerIds</c> is <c>container</c> or <c>containers</c>.</summary>
    private static IEnumerable<string> Plain(string name) =>
        Suffixes.Where(suffix => name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal)).Take(1)
            .Select(suffix => name.Substring(0, name.Length - suffix.Length))
            .SelectMany(plain => new[] { plain, plain + "s" });
}
