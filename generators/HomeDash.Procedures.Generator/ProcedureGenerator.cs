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
        var queries = Declared(context, KnownNames.Query, ProcedureKind.Query);
        var mutations = Declared(context, KnownNames.Mutation, ProcedureKind.Mutation);
        var subscriptions = Declared(context, KnownNames.Subscription, ProcedureKind.Subscription);

        var entries = Entries(queries, "QueryEntries").Combine(Entries(mutations, "MutationEntries")).Combine(Entries(subscriptions, "SubscriptionEntries"))
            .Select(static (all, _) => all.Left.Left.Concat(all.Left.Right).Concat(all.Right).OrderBy(entry => entry.Path, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName("Entries");
        var duplicates = entries.Select(static (all, _) => IndexTransform.Duplicates(all)).WithTrackingName("Duplicates");

        foreach (var procedures in new[] { queries, mutations, subscriptions })
        {
            context.RegisterSourceOutput(procedures.Combine(duplicates).WithTrackingName("ProceduresToEmit"), static (output, pair) =>
            {
                if (!pair.Right.Contains(pair.Left.Path))
                {
                    output.AddSource(ProcedureFile.NameOf(pair.Left), ProcedureFile.Of(pair.Left));
                }
            });
        }

        var types = Types(queries, "QueryTypes").Combine(Types(mutations, "MutationTypes")).Combine(Types(subscriptions, "SubscriptionTypes"))
            .SelectMany(static (all, _) => TypeFileTransform.Distinct(all.Left.Left.Concat(all.Left.Right).Concat(all.Right)))
            .WithTrackingName("Types");
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

    private static IncrementalValuesProvider<ProcedureModel> Declared(IncrementalGeneratorInitializationContext context, string attribute, ProcedureKind kind) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax,
                (syntax, cancellationToken) => ProcedureTransform.Of(syntax, kind, cancellationToken))
            .WithTrackingName($"{kind}Transform")
            .Where(static procedure => procedure is not null)
            .Select(static (procedure, _) => procedure!)
            .WithTrackingName($"{kind}Procedures");

    private static IncrementalValueProvider<EquatableArray<ProcedureEntry>> Entries(IncrementalValuesProvider<ProcedureModel> procedures, string name) =>
        procedures.Select(static (procedure, _) => IndexTransform.EntryOf(procedure)).WithTrackingName(name)
            .Collect().Select(static (all, _) => all.ToEquatableArray()).WithTrackingName(name + "Collected");

    private static IncrementalValueProvider<EquatableArray<TypeFileModel>> Types(IncrementalValuesProvider<ProcedureModel> procedures, string name) =>
        procedures.SelectMany(static (procedure, _) => TypeFileTransform.Of(procedure)).WithTrackingName(name)
            .Collect().Select(static (all, _) => all.ToEquatableArray()).WithTrackingName(name + "Collected");

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
