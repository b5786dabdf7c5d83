using HomeDash.Procedures.Generator.Emitters;
using HomeDash.Procedures.Generator.Models;
using HomeDash.Procedures.Generator.Transforms;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator;

/// <summary>
/// Turns attributed router methods into procedures. Silent about faulty ones: it leaves them out, and the analyzers say why.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ProcedureGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var procedures = context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => ProcedureTransform.IsCandidate(node),
                static (syntax, cancellationToken) => RememberedProcedures.Of(syntax.Node, syntax.SemanticModel, cancellationToken))
            .WithTrackingName("ProcedureTransform")
            .Where(static procedure => procedure is not null)
            .Select(static (procedure, _) => procedure!)
            .WithTrackingName("Procedures");

        var entries = procedures.Select(static (procedure, _) => IndexTransform.EntryOf(procedure)).WithTrackingName("ProcedureEntries")
            .Collect().Select(static (all, _) => all.OrderBy(entry => entry.Path, StringComparer.Ordinal).ToEquatableArray()).WithTrackingName("Entries");
        var duplicates = entries.Select(static (all, _) => IndexTransform.Duplicates(all)).WithTrackingName("Duplicates");
        context.RegisterSourceOutput(procedures.Combine(duplicates).WithTrackingName("ProceduresToEmit"), static (output, pair) =>
        {
            if (!pair.Right.Contains(pair.Left.Path))
            {
                output.AddSource(ProcedureFile.NameOf(pair.Left), ProcedureFile.Of(pair.Left));
            }
        });

        var types = procedures.SelectMany(static (procedure, _) => TypeFileTransform.Of(procedure)).WithTrackingName("ProcedureTypes")
            .Collect().SelectMany(static (all, _) => TypeFileTransform.Distinct(all)).WithTrackingName("Types");
        context.RegisterSourceOutput(types, static (output, type) => output.AddSource($"{type.JsonClass}.g.cs", TypeFile.Of(type)));

        var index = context.CompilationProvider.Select(static (compilation, _) => AssemblyNames.Of(compilation.AssemblyName)).WithTrackingName("Assembly")
            .Combine(entries).Combine(duplicates).Combine(Routers(context)).Combine(Permissions(context))
            .Select(static (all, _) => IndexTransform.Of(all.Left.Left.Left.Left, all.Left.Left.Left.Right, all.Left.Left.Right, all.Left.Right, all.Right))
            .WithTrackingName("Index");
        context.RegisterSourceOutput(index, static (output, model) =>
        {
            if (model is not null)
            {
                output.AddSource(IndexEmitter.NameOf(model), IndexEmitter.Of(model));
            }
        });
    }

    private static IncrementalValueProvider<EquatableArray<RouterModel>> Routers(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
                KnownNames.Router,
                static (node, _) => node is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax,
                static (syntax, cancellationToken) => RouterTransform.Of(syntax, cancellationToken))
            .WithTrackingName("RouterTransform")
            .Collect().Select(static (all, _) => all.Where(router => router is not null).Select(router => router!).ToEquatableArray())
            .WithTrackingName("Routers");

    private static IncrementalValueProvider<EquatableArray<PermissionModel>> Permissions(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
                KnownNames.PermissionSet,
                static (node, _) => node is Microsoft.CodeAnalysis.CSharp.Syntax.ClassDeclarationSyntax,
                static (syntax, cancellationToken) => PermissionTransform.Of(syntax, cancellationToken))
            .WithTrackingName("PermissionTransform")
            .Collect().Select(static (all, _) => all.SelectMany(set => set).OrderBy(permission => permission.Name, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName("Permissions");
}
