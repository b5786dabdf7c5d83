using System.Text.RegularExpressions;

namespace HomeDash.Architecture.Tests;

/// <summary>Habits that a grep can check.</summary>
public sealed partial class Files
{
    private static readonly string[] Text = ["*.cs", "*.razor", "*.css", "*.js", "*.mjs", "*.md", "*.json", "*.props", "*.targets", "*.csproj", "*.sh", "*.sql"];

    private static IEnumerable<string> Everything =>
        from folder in new[] { "src", "generators", "web", "tests", "eng", "docs" }
        where Directory.Exists(Path.Combine(Repository.Root, folder))
        from pattern in Text
        from file in Repository.Files(folder, pattern)
        select file;

    [Fact]
    public void No_class_is_called_manager_helper_or_utils() =>
        Assert.Empty(Everything.Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => VagueName().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}")));

    [Fact]
    public void No_lock_file_holds_the_address_of_a_registry() =>
        Assert.Empty(Everything.Where(file => Path.GetFileName(file) == "package-lock.json" && File.ReadAllText(file).Contains("\"resolved\"", StringComparison.Ordinal)));

    [Fact]
    public void Every_test_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "HomeDash.sln"));

        Assert.Empty(new[] { "src", "generators", "web", "tests" }
            .SelectMany(folder => Repository.Files(folder, "*.csproj"))
            .Select(Path.GetFileName)
            .Where(name => !solution.Contains(name!, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"\b(class|record|struct|interface)\s+\w*(Manager|Helper|Helpers|Utils|Utilities)\b")]
    private static partial Regex VagueName();
}
