using System.Diagnostics;
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
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ProcedureGenerator().AsSourceGenerator()], parseOptions: Parsing);

        var clock = Stopwatch.StartNew();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        driver = driver.RunGenerators(compilation, cancellationToken);
        var (cold, coldCpu) = (clock.Elapsed, Process.GetCurrentProcess().TotalProcessorTime - before);

        var sources = driver.GetRunResult().Results.Single().GeneratedSources;
        var found = sources.Count(source => source.SourceText.ToString().Contains("Path = \"", StringComparison.Ordinal));
        if (found != GeneratorSubject.Procedures)
        {
            throw new InvalidOperationException($"The generator made {found} procedures of {GeneratorSubject.Procedures}.");
        }

        yield return Figure.Clock("1,000 procedures from nothing, with just-in-time compiling", cold.TotalSeconds, 2, "s");
        yield return new("  of that, CPU of all threads", $"{coldCpu.TotalSeconds:0.00} s");
        var (edit, editCpu) = MedianEdit(compilation, driver, cancellationToken);
        yield return Figure.Clock($"after one edit, median of {Edits}", edit, 100, "ms");
        yield return new("  of that, CPU of all threads", $"{editCpu:0} ms");
        yield return new("emitted lines a procedure", $"{sources.Sum(source => source.SourceText.Lines.Count) / (double)GeneratorSubject.Procedures:0.#}");
    }

    private static (double Clock, double Cpu) MedianEdit(CSharpCompilation compilation, GeneratorDriver driver, CancellationToken cancellationToken)
    {
        var (times, cpu) = (new List<double>(), new List<double>());
        for (var edit = 0; edit < Edits; edit++)
        {
            var tree = compilation.SyntaxTrees[edit];
            var edited = Tree(tree.FilePath, tree.ToString().Replace("How many at most.", $"How many at most, take {edit}.", StringComparison.Ordinal));
            compilation = compilation.ReplaceSyntaxTree(tree, edited);
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            driver = driver.RunGenerators(compilation, cancellationToken);
            times.Add(clock.Elapsed.TotalMilliseconds);
            cpu.Add((Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
        }

        return (times.Order().ElementAt(Edits / 2), cpu.Order().ElementAt(Edits / 2));
    }

    private static CSharpCompilation Compile() => CSharpCompilation.Create(
        "Subject",
        GeneratorSubject.Files().Select(file => Tree(file.Name, file.Code)),
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System", StringComparison.Ordinal) || path == typeof(ProcedureDefinition).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static SyntaxTree Tree(string name, string code) => CSharpSyntaxTree.ParseText(code, Parsing, name);
}
