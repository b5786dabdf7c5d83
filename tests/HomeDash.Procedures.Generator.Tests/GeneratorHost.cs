using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HomeDash.Procedures.Generator.Tests;

/// <summary>Runs the generator on source text, as the compiler does.</summary>
internal static class GeneratorHost
{
    public static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.Parse);

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly IReadOnlyList<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != typeof(GeneratorHost).Assembly.GetName().Name)
            .Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>An assembly of this project's name, so that its types keep their short names.</summary>
    public static CSharpCompilation Compile(params (string Name, string Code)[] files) => CSharpCompilation.Create(
        typeof(GeneratorHost).Assembly.GetName().Name,
        [.. files.Append(("Usings.cs", Usings)).Select(file => Tree(file.Item1, file.Item2))],
        References,
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static SyntaxTree Tree(string name, string code) => CSharpSyntaxTree.ParseText(code, Options, name);

    /// <summary>The same after an edit of one file.</summary>
    public static CSharpCompilation Edited(this CSharpCompilation compilation, string file, string before, string after)
    {
        var tree = compilation.SyntaxTrees.Single(each => each.FilePath == file);
        var text = tree.ToString();
        Assert.Contains(before, text, StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, Tree(file, text.Replace(before, after, StringComparison.Ordinal)));
    }

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new ProcedureGenerator().AsSourceGenerator()],
        parseOptions: Options,
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The emitted files by name.</summary>
    public static IReadOnlyDictionary<string, string> Files(this GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
        return result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
    }

    /// <summary>The sample that this project is compiled with.</summary>
    public static (string Name, string Code)[] Sample() =>
        [.. new[] { "SampleTypes.cs", "SampleRouter.cs", "ShapesTypes.cs", "ShapesRouter.cs" }.Select(name => (name, Resource(name)))];

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(GeneratorHost).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
