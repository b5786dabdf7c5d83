using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Tests;

/// <summary>
/// What is emitted of the sample, file by file. After an intended change run the tests once with
/// <c>HOMEDASH_UPDATE_GOLDEN=1</c>, and read the difference before committing it.
/// </summary>
public sealed class GoldenTests
{
    [Fact]
    public void The_sample_is_emitted_as_it_was()
    {
        var emitted = GeneratorHost.Driver().RunGenerators(GeneratorHost.Compile(GeneratorHost.Sample()), TestContext.Current.CancellationToken).Files();
        if (Environment.GetEnvironmentVariable("HOMEDASH_UPDATE_GOLDEN") == "1")
        {
            Update(emitted);
        }

        var golden = Directory.GetFiles(Folder()).ToDictionary(path => Path.GetFileName(path), File.ReadAllText);

        Assert.Equal(golden.Keys.Order(StringComparer.Ordinal), emitted.Keys.Order(StringComparer.Ordinal));
        Assert.All(emitted, file => Assert.Equal(golden[file.Key], file.Value));
    }

    [Fact]
    public void What_is_emitted_compiles_without_a_warning()
    {
        var compilation = GeneratorHost.Compile(GeneratorHost.Sample());

        GeneratorHost.Driver().RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _, TestContext.Current.CancellationToken);

        Assert.Empty(whole.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed));
    }

    private static void Update(IReadOnlyDictionary<string, string> emitted)
    {
        foreach (var old in Directory.GetFiles(Folder()))
        {
            File.Delete(old);
        }

        foreach (var (name, text) in emitted)
        {
            File.WriteAllText(Path.Combine(Folder(), name), text);
        }
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden");
}
