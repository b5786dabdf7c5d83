using HomeDash.Procedures.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HomeDash.Procedures.Generator.Tests;

/// <summary>A procedure is remembered as long as it means the same, and not an edit longer.</summary>
public sealed class EditElsewhereTests
{
    private static readonly (string Name, string Code)[] Files =
    [
        ("Router.cs", """
            using System.ComponentModel.DataAnnotations;
            using HomeDash.Procedures;

            namespace Cellar;

            /// <summary>Bottles.</summary>
            [Router("bottles")]
            internal sealed partial class BottlesRouter
            {
                /// <summary>Finds bottles.</summary>
                /// <param name="filter">Which.</param>
                /// <param name="limit">How many at most.</param>
                /// <param name="grape">Of what.</param>
                [Query(Permissions.View, Title = Words.Title)]
                public Page<Bottle> Find(Filter filter, [Range(1, Bounds.Most)] int limit = Bounds.Usual, Grape grape = Bounds.Best) => new([]);
            }
            """),
        ("Permissions.cs", """
            namespace Cellar;

            /// <summary>What bottles ask for.</summary>
            [HomeDash.Procedures.PermissionSet]
            public static class Permissions
            {
                /// <summary>See bottles.</summary>
                public const string View = "bottles.view";

                /// <summary>Find them.</summary>
                public const string Find = Words.Title;
            }
            """),
        ("Constants.cs", """
            namespace Cellar;

            internal static class Bounds
            {
                public const int Most = 10 * Usual;
                public const int Usual = 5;
                public const Grape Best = Grape.Riesling;
            }

            internal static class Words
            {
                public const string Title = "Find " + nameof(Bottles);

                private static int Bottles() => 1;
            }
            """),
        ("Bottle.cs", """
            namespace Cellar;

            /// <summary>A bottle.</summary>
            /// <param name="Name">What it says.</param>
            /// <param name="Grape">What it is made of.</param>
            public sealed partial record Bottle(string Name, Grape Grape) : Thing;

            /// <summary>What it is made of.</summary>
            public enum Grape
            {
                Riesling,
                Merlot,
            }
            """),
        ("Parts.cs", """
            namespace Cellar;

            public sealed partial record Bottle
            {
                /// <summary>How full it is.</summary>
                public double Full { get; init; } = 1;
            }

            /// <summary>Any thing.</summary>
            public abstract record Thing
            {
                /// <summary>Its weight in grams.</summary>
                public int Weight { get; init; }
            }
            """),
        ("Filter.cs", """
            namespace Cellar;

            /// <summary>Which bottles.</summary>
            public sealed record Filter
            {
                /// <summary>A part of the name.</summary>
                public string? Name { get; init; }

                /// <summary>At least this many years old.</summary>
                public Years Age { get; init; } = 3;

                public int Twice() => 2 * (int)Age;
            }
            """),
        ("Global.cs", "global using Years = System.Int32;"),
        ("Other.cs", """
            using HomeDash.Procedures;

            namespace Elsewhere;

            /// <summary>Corks.</summary>
            [Router("corks")]
            internal sealed class CorksRouter
            {
                /// <summary>Counts corks.</summary>
                /// <param name="kind">Of which kind.</param>
                [Query(Cellar.Permissions.View)]
                public Corks Count(string kind = "natural") => new(kind.Length);
            }

            /// <summary>Corks.</summary>
            public sealed record Corks(int Count);
            """),
    ];

    [Theory]
    [InlineData("a permission constant", "Permissions.cs", "\"bottles.view\"", "\"bottles.see\"")]
    [InlineData("the documentation of a permission", "Permissions.cs", "See bottles.", "See the bottles.")]
    [InlineData("what a permission is made of", "Constants.cs", "\"Find \"", "\"Search \"")]
    [InlineData("a router's name", "Other.cs", "Router(\"corks\")", "Router(\"stoppers\")")]
    [InlineData("a router's documentation", "Other.cs", "/// <summary>Corks.</summary>\n[Router", "/// <summary>All corks.</summary>\n[Router")]
    [InlineData("a bound", "Constants.cs", "Usual = 5", "Usual = 6")]
    [InlineData("a constant enum", "Constants.cs", "Best = Grape.Riesling", "Best = Grape.Merlot")]
    [InlineData("a method that a constant names", "Constants.cs", "Bottles", "Flasks")]
    [InlineData("a member of an enum", "Bottle.cs", "Merlot,", "Merlot,\n    Syrah,")]
    [InlineData("the order of an enum", "Bottle.cs", "Riesling,\n    Merlot,", "Merlot,\n    Riesling,")]
    [InlineData("the documentation of a record", "Bottle.cs", "A bottle.", "One bottle.")]
    [InlineData("the documentation of its parameter", "Bottle.cs", "What it says.", "What its label says.")]
    [InlineData("a parameter of a record", "Bottle.cs", "string Name,", "string? Name,")]
    [InlineData("what a record derives from", "Bottle.cs", " : Thing;", ";")]
    [InlineData("another part of a record", "Parts.cs", "Full { get; init; } = 1;", "Full { get; init; } = 0.5;")]
    [InlineData("the documentation in another part of a record", "Parts.cs", "How full it is.", "How full it is still.")]
    [InlineData("a base record", "Parts.cs", "int Weight", "int Heft")]
    [InlineData("an accessor", "Filter.cs", "public string? Name { get; init; }", "public string? Name { get; }")]
    [InlineData("a default in a record", "Filter.cs", "= 3;", "= 4;")]
    [InlineData("an alias for all files", "Global.cs", "System.Int32", "System.Int64")]
    [InlineData("what null means", "Filter.cs", "public string? Name", "#nullable disable\npublic string Name")]
    [InlineData("a type nearer by", "Filter.cs", "/// <summary>Which bottles.", "public sealed record Page<T>(T Only);\n\n/// <summary>Which bottles.")]
    [InlineData("a method of the same name in another part of the router", "Parts.cs", "/// <summary>Any thing.", "partial class BottlesRouter { [HomeDash.Procedures.Query(\"p\")] public Thing Find() => null!; }\n\n/// <summary>Any thing.")]
    [InlineData("a permission behind a directive", "Permissions.cs", "public const string View = \"bottles.view\";", "#if NEVER\n#else\npublic const string View = \"corks.view\";\n#endif")]
    public void What_it_changes_is_emitted_anew(string what, string file, string before, string after)
    {
        var compilation = GeneratorHost.Compile(Files);
        var edited = compilation.Edited(file, before, after);
        var driver = GeneratorHost.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        var old = driver.Files();

        var now = driver.RunGenerators(edited, TestContext.Current.CancellationToken).Files();

        Assert.True(old.Any(file => now.GetValueOrDefault(file.Key) != file.Value), $"An edit of {what} changes nothing that is emitted.");
        Assert.Equal(Afresh(edited), now);
        Assert.Equal(old, driver.RunGenerators(compilation, TestContext.Current.CancellationToken).Files());
    }

    [Theory]
    [InlineData("a body of a method", "Other.cs", "kind.Length", "kind.Length + 1")]
    [InlineData("the documentation of another procedure", "Other.cs", "Of which kind.", "Which kind.")]
    [InlineData("the signature of another procedure", "Other.cs", "string kind = \"natural\"", "string kind = \"plastic\"")]
    [InlineData("the body of a record's method", "Filter.cs", "2 * (int)Age", "(int)Age + (int)Age")]
    public void What_it_cannot_change_is_remembered(string what, string file, string before, string after)
    {
        var compilation = GeneratorHost.Compile(Files);
        var found = Find(compilation);

        var again = Find(compilation.Edited(file, before, after));

        Assert.NotNull(found);
        Assert.True(ReferenceEquals(found, again), $"The procedure is looked at again after an edit of {what}.");
    }

    [Fact]
    public void Another_reference_has_it_looked_at_again()
    {
        var compilation = GeneratorHost.Compile(Files);
        Assert.NotNull(Find(compilation));

        var without = compilation.RemoveReferences(compilation.References.Where(reference => reference.Display?.EndsWith("HomeDash.Procedures.dll", StringComparison.Ordinal) == true));

        Assert.Null(Find(without));
    }

    [Fact]
    public void Another_name_of_the_assembly_has_it_looked_at_again()
    {
        var compilation = GeneratorHost.Compile(Files);
        Assert.NotNull(Find(compilation));

        Assert.Equal("Winery", Find(compilation.WithAssemblyName("Winery"))?.Assembly.Namespace);
    }

    private static ProcedureModel? Find(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.Single(each => each.FilePath == "Router.cs");
        var method = tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
        return ProcedureGenerator.Procedures.Of(method, compilation.GetSemanticModel(tree), TestContext.Current.CancellationToken);
    }

    /// <summary>What is emitted of the same text when nothing is known of it.</summary>
    private static IReadOnlyDictionary<string, string> Afresh(Compilation compilation) => GeneratorHost.Driver().RunGenerators(
        compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Select(tree => GeneratorHost.Tree(tree.FilePath, tree.ToString()))),
        TestContext.Current.CancellationToken).Files();
}
