using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>Compiles sample code against the real HomeDash.Procedures.</summary>
internal static class SampleCompilation
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.ComponentModel;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using HomeDash.Procedures;
        """;

    private const string Permissions = """

        [PermissionSet]
        public static class Permissions
        {
            [Description("Look at things.")]
            public const string Read = "sample.read";

            [Description("Alter things.")]
            public const string Write = "sample.write";
        }
        """;

    private static readonly IReadOnlyList<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The sample, in an assembly that refers to <paramref name="library"/>, if there is one.</summary>
    public static CSharpCompilation Of(string code, string? library, DocumentationMode documentation)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, documentation);
        var prelude = library is null ? Usings + Permissions : Usings;
        return Clean(CSharpCompilation.Create(
            "Sample",
            [CSharpSyntaxTree.ParseText(code, options, "Sample.cs"), CSharpSyntaxTree.ParseText(prelude, options, "Prelude.cs")],
            library is null ? References : [.. References, Image(library)],
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)));
    }

    private static PortableExecutableReference Image(string library)
    {
        using var image = new MemoryStream();
        var emitted = Of(library, library: null, DocumentationMode.Parse).WithAssemblyName("Library").Emit(image);
        Assert.True(emitted.Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>A sample that does not compile would prove nothing.</summary>
    private static CSharpCompilation Clean(CSharpCompilation compilation)
    {
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }
}
