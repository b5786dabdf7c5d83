using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HomeDash.Procedures.Analyzers;

/// <summary>HD0021: a resource has an address that says all that its query needs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResourceAnalyzer() : ProcedureAnalyzer(Rule)
{
    private const string Part = @"(?:[A-Za-z0-9._~-]+|\{[A-Za-z][A-Za-z0-9]*\})";

    private static readonly DiagnosticDescriptor Rule = new(
        "HD0021",
        "Resource that cannot be read",
        "The resource '{0}' {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Whoever reads a resource gives its address and nothing else.",
        "docs/rules/HD0021.md");

    private static readonly Regex Address = new($"^[a-z][a-z0-9+.-]*://{Part}(?:/{Part})*$", RegexOptions.CultureInvariant);

    private static readonly Regex Variable = new(@"\{([A-Za-z0-9]+)\}", RegexOptions.CultureInvariant);

    private protected override void Start(CompilationStartAnalysisContext context, KnownSymbols known) =>
        context.RegisterSymbolAction(
            symbol =>
            {
                var method = (IMethodSymbol)symbol.Symbol;
                foreach (var attribute in method.GetAttributes().Where(attribute => attribute.AttributeClass?.Is(known.Resource) == true))
                {
                    if (attribute.FirstText() is { } uri && Fault(method, attribute, uri, known) is { } fault)
                    {
                        symbol.ReportDiagnostic(Found(attribute.Location(symbol.CancellationToken) ?? method.At(), uri, fault));
                    }
                }
            },
            SymbolKind.Method);

    private static string? Fault(IMethodSymbol method, AttributeData attribute, string uri, KnownSymbols known)
    {
        if (Procedure.Of(method, known) is not { Kind: ProcedureKind.Query } procedure || !procedure.IsCallable(known))
        {
            return "is not the result of a query: put it on a method marked [Query]";
        }

        if (!Address.IsMatch(uri))
        {
            return "is no address: write scheme://part/{variable}, with each variable as one whole part";
        }

        string[] variables = [.. Variable.Matches(uri).Cast<Match>().Select(match => match.Groups[1].Value)];
        IParameterSymbol[] parameters = [.. Signature.InputOf(procedure, known)];
        return variables.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice ? $"has the variable '{twice.Key}' twice: name it once"
            : variables.FirstOrDefault(name => !parameters.Any(parameter => JsonName.Of(parameter.Name) == name)) is { } unknown
                ? $"has the variable '{unknown}', which is no parameter of {procedure.Path}: name it like the parameter"
            : parameters.FirstOrDefault(parameter => variables.Contains(JsonName.Of(parameter.Name)) && !IsOneText(parameter, known)) is { } compound
                ? $"has the variable '{JsonName.Of(compound.Name)}', which is no single text, number or target: leave it out of the address"
            : parameters.FirstOrDefault(parameter => !parameter.HasExplicitDefaultValue && !variables.Contains(JsonName.Of(parameter.Name)) && !IsGiven(attribute, parameter)) is { } missing
                ? $"does not say '{JsonName.Of(missing.Name)}', which {procedure.Path} needs: make it a variable, or give it in Input"
            : attribute.Named("Lines") is string lines && !HasList(procedure, lines, known)
                ? $"is to be the lines of '{lines}', which is no list in the result of {procedure.Path}: name one"
            : null;
    }

    private static bool IsOneText(IParameterSymbol parameter, KnownSymbols known) => parameter.Type.FormOf(known) is TypeForm.Scalar or TypeForm.Target;

    private static bool IsGiven(AttributeData attribute, IParameterSymbol parameter) =>
        attribute.Named("Input") is string input && input.Contains($"\"{JsonName.Of(parameter.Name)}\"");

    private static bool HasList(Procedure procedure, string name, KnownSymbols known) =>
        ProcedureResult.Of(procedure, known).Type?.WithoutNull() is INamedTypeSymbol result
        && TypeForms.PropertiesOf(result).Any(property => JsonName.Of(property.Name) == name && property.Type.FormOf(known) == TypeForm.List);
}
