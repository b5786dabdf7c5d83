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
    internal static readonly Remembered<ProcedureModel> Procedures = new(ProcedureTransform.Of);

    private static readonly Remembered<AttributedTypeModel> Types = new(AttributedTypeTransform.Of);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var procedures = context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => ProcedureTransform.IsCandidate(node),
                static (syntax, cancellationToken) => Procedures.Of(syntax.Node, syntax.SemanticModel, cancellationToken))
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

        var attributed = context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => AttributedTypeTransform.IsCandidate(node),
                static (syntax, cancellationToken) => Types.Of(syntax.Node, syntax.SemanticModel, cancellationToken))
            .WithTrackingName("TypeTransform")
            .Where(static type => type is not null);
        var routers = attributed.Select(static (type, _) => type!.Router).Where(static router => router is not null)
            .Collect().Select(static (all, _) => all.Select(router => router!).ToEquatableArray())
            .WithTrackingName("Routers");
        var permissions = attributed.SelectMany(static (type, _) => type!.Permissions)
            .Collect().Select(static (all, _) => all.OrderBy(permission => permission.Name, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName("Permissions");

        var index = context.CompilationProvider.Select(static (compilation, _) => AssemblyNames.Of(compilation.AssemblyName)).WithTrackingName("Assembly")
            .Combine(entries).Combine(duplicates).Combine(routers).Combine(permissions)
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
}
