using HomeDash.Procedures;
using HomeDash.Procedures.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HomeDash.Benchmarks;

/// <summary>What the generator adds to a build, and to every keystroke in an editor, with 1,000 procedures.</summary>
internal static class GeneratorFigures
{
    private const int Edits = 9;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview, DocumentationMode.Parse);

    public static IEnumerable<Figure> Measure(CancellationToken cancellationToken)
    {
        var compilation = Compile();
        GeneratorDriver driver = Driver();
        var first = Spent.On(() => driver = driver.RunGenerators(compilation, cancellationToken));

        var sources = driver.GetRunResult().Results.Single().GeneratedSources;
        var found = sources.Count(source => source.SourceText.ToString().Contains("Path = \"", StringComparison.Ordinal));
        if (found != GeneratorSubject.Procedures)
        {
            throw new InvalidOperationException($"The generator made {found} procedures of {GeneratorSubject.Procedures}.");
        }

        yield return Figure.Clock("1,000 procedures from nothing, in a new process", first.Clock.TotalSeconds, 2, "s");
        yield return new("  of that, CPU of all threads", $"{first.Cpu.TotalSeconds:0.00} s");
        yield return new("  just-in-time compiling, by the clock, all threads", $"{first.Compiling.TotalSeconds:0.00} s");
        var edit = MedianEdit(compilation, driver, "How many at most.", cancellationToken);
        yield return Figure.Clock($"after one edit of a procedure, median of {Edits}", edit.Clock.TotalMilliseconds, 100, "ms");
        yield return new("  of that, CPU of all threads", $"{edit.Cpu.TotalMilliseconds:0} ms");
        var record = MedianEdit(compilation, driver, "Its weight in grams.", cancellationToken);
        yield return new($"after one edit of a record, median of {Edits}", $"{record.Clock.TotalMilliseconds:0} ms");
        yield return new("  of that, CPU of all threads", $"{record.Cpu.TotalMilliseconds:0} ms");
        var (another, anotherDriver) = (Compile(), Driver());
        var again = Spent.On(() => anotherDriver.RunGenerators(another, cancellationToken));
        yield return new("1,000 procedures from nothing, in the same process", $"{again.Clock.TotalSeconds:0.00} s");
        yield return new("  of that, CPU of all threads", $"{again.Cpu.TotalSeconds:0.00} s");
        yield return new("emitted lines a procedure", $"{sources.Sum(source => source.SourceText.Lines.Count) / (double)GeneratorSubject.Procedures:0.#}");
    }

    /// <summary>Edits one file after another, each at the words given, and runs the generator after each edit.</summary>
    private static Spent MedianEdit(CSharpCompilation compilation, GeneratorDriver driver, string words, CancellationToken cancellationToken)
    {
        var all = new List<Spent>();
        for (var edit = 0; edit < Edits; edit++)
        {
            var tree = compilation.SyntaxTrees[edit];
            var edited = Tree(tree.FilePath, tree.ToString().Replace(words, $"{words} Take {edit}.", StringComparison.Ordinal));
            compilation = compilation.ReplaceSyntaxTree(tree, edited);
            all.Add(Spent.On(() => driver = driver.RunGenerators(compilation, cancellationToken)));
        }

        return new(
            all.Select(each => each.Clock).Order().ElementAt(Edits / 2),
            all.Select(each => each.Cpu).Order().ElementAt(Edits / 2),
            all.Select(each => each.Compiling).Order().ElementAt(Edits / 2));
    }

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create([new ProcedureGenerator().AsSourceGenerator()], parseOptions: Parsing);

    private static CSharpCompilation Compile() => CSharpCompilation.Create(
        "Subject",
        GeneratorSubject.Files().Select(file => Tree(file.Name, file.Code)),
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System", StringComparison.Ordinal) || path == typeof(ProcedureDefinition).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static SyntaxTree Tree(string name, string code) => CSharpSyntaxTree.ParseText(code, Parsing, name);
}
