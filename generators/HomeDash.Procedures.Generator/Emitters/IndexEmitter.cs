using HomeDash.Procedures.Generator.Models;

namespace HomeDash.Procedures.Generator.Emitters;

/// <summary>The file that lists an assembly's procedures: its source of the catalogue, its registration, its typed caller.</summary>
internal static class IndexEmitter
{
    public static string NameOf(IndexModel index) => $"{index.Assembly.Stem}Procedures.g.cs";

    public static string Of(IndexModel index)
    {
        var code = CodeWriter.File(index.Assembly.Namespace).Line();
        Source(code, index);
        code.Line();
        Registration(code, index);
        code.Line();
        Caller(code, index);
        return code.ToString();
    }

    private static void Source(CodeWriter code, IndexModel index)
    {
        code.Line($"/// <summary>The procedures of {index.Assembly.Namespace}.</summary>");
        code.Block($"public sealed class {index.Assembly.Stem}Procedures : {Names.Room}IProcedureSource", () =>
        {
            code.Line("/// <inheritdoc/>");
            Array(code, "Procedure", "Procedures", index.With(ProcedureRole.Call).Select(procedure => Instance(index, procedure)));
            Optional(code, "Procedure", "Prompts", [.. index.With(ProcedureRole.Prompt).Select(prompt => Instance(index, prompt))]);
            Optional(code, "Completion", "Completions", [.. index.With(ProcedureRole.Completion).Select(completion => $"new({completion.Completes}.Noun, {Instance(index, completion)})")]);
            code.Line().Line("/// <inheritdoc/>");
            Array(code, "PermissionDefinition", "Permissions", index.Permissions.Select(permission =>
                $"new({Literals.CSharp(permission.Name)}, {Literals.CSharp(permission.Description)})"));
            code.Line().Line("/// <inheritdoc/>");
            code.Block("public event global::System.Action? Changed", () => code.Line("add { }").Line("remove { }"));
        });
    }

    private static string Instance(IndexModel index, ProcedureEntry procedure) => $"global::{index.Assembly.Generated}.{procedure.ProcedureClass}.Instance";

    /// <summary>What an assembly mostly has none of, and then says nothing of.</summary>
    private static void Optional(CodeWriter code, string type, string name, string[] items)
    {
        if (items.Length > 0)
        {
            code.Line().Line("/// <inheritdoc/>");
            Array(code, type, name, items);
        }
    }

    private static void Array(CodeWriter code, string type, string name, IEnumerable<string> items) =>
        code.Block($"public global::System.Collections.Generic.IReadOnlyList<{Names.Room}{type}> {name} {{ get; }} = new {Names.Room}{type}[]", () =>
        {
            foreach (var item in items)
            {
                code.Line($"{item},");
            }
        }, "};");

    private static void Registration(CodeWriter code, IndexModel index)
    {
        const string collection = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
        const string tryAdd = "global::Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions";
        const string add = "global::Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions";
        code.Line($"/// <summary>Registers the procedures of {index.Assembly.Namespace}.</summary>");
        code.Block($"public static class {index.Assembly.Stem}ProcedureServices", () =>
        {
            code.Line("/// <summary>Adds the routers, their part of the catalogue, and the typed caller.</summary>");
            code.Block($"public static {collection} Add{index.Assembly.Stem}Procedures(this {collection} services)", () =>
            {
                foreach (var router in index.Procedures.Select(procedure => procedure.Router).Distinct())
                {
                    code.Line($"{tryAdd}.TryAddTransient<{router}>(services);");
                }

                code.Line($"{add}.AddSingleton<{Names.Room}IProcedureSource, {index.Assembly.Stem}Procedures>(services);");
                code.Line($"{tryAdd}.TryAddScoped<{CallerNames.Root(index.Assembly)}>(services);");
                code.Line("return services;");
            });
        });
    }

    private static void Caller(CodeWriter code, IndexModel index)
    {
        var name = CallerNames.Root(index.Assembly);
        const string scope = Names.Room + "CallerScope";
        const string change = $"global::System.Func<{Names.Room}ProcedureRequest, {Names.Room}ProcedureRequest>";
        string[] namespaces = [.. index.With(ProcedureRole.Call).Select(procedure => procedure.Namespace).Distinct()];
        code.Line($"/// <summary>Calls the procedures of {index.Assembly.Namespace} with types, in process and through the same pipeline as every surface.</summary>");
        code.Block($"public sealed class {name}", () =>
        {
            code.Line($"private readonly {scope} calls;").Line();
            code.Line("/// <summary>Calls for whoever the scope belongs to.</summary>");
            code.Block($"public {name}({scope} calls)", () =>
            {
                code.Line("this.calls = calls;");
                foreach (var @namespace in namespaces)
                {
                    code.Line($"{CallerNames.Property(index.Assembly, @namespace)} = new(calls);");
                }
            });
            foreach (var @namespace in namespaces)
            {
                code.Line().Line($"/// <summary>{Summary(index, @namespace)}</summary>");
                code.Line($"public {CallerNames.Calls(index.Assembly, @namespace)} {CallerNames.Property(index.Assembly, @namespace)} {{ get; }}");
            }

            code.Line().Line("/// <summary>The same calls made in a different way, for example as a dry run or with progress.</summary>");
            code.Line($"public {name} With({change} change) => new(this.calls.With(change));");
        });
        foreach (var @namespace in namespaces)
        {
            var calls = CallerNames.Calls(index.Assembly, @namespace);
            code.Line().Line($"/// <summary>{Summary(index, @namespace)}</summary>");
            code.Block($"public sealed partial class {calls}", () => code
                .Line($"private readonly {scope} calls;").Line()
                .Line($"internal {calls}({scope} calls) => this.calls = calls;"));
        }
    }

    private static string Summary(IndexModel index, string @namespace) =>
        // The first router that has something to call: one with prompts alone says what those are about.
        Xml.Escaped(index.Routers.FirstOrDefault(router => router.Namespace == @namespace && index.With(ProcedureRole.Call).Any(procedure => procedure.Router == router.Type))?.Summary ?? $"The procedures of {@namespace}.");
}
