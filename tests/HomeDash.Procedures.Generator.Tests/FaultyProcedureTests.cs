namespace HomeDash.Procedures.Generator.Tests;

/// <summary>A faulty procedure is left out without a word; the others are emitted all the same.</summary>
public sealed class FaultyProcedureTests
{
    [Theory]
    [InlineData("no summary", "[Query(\"p\")] public Answer Faulty() => new(1);")]
    [InlineData("no description of a parameter", "/// <summary>Reads.</summary>\n[Query(\"p\")] public Answer Faulty(int count) => new(count);")]
    [InlineData("a parameter without JSON form", "/// <summary>Reads.</summary>\n/// <param name=\"what\">What.</param>\n[Query(\"p\")] public Answer Faulty(object what) => new(1);")]
    [InlineData("a result without JSON form", "/// <summary>Reads.</summary>\n[Query(\"p\")] public System.IO.Stream Faulty() => null!;")]
    [InlineData("a result that is no object", "/// <summary>Reads.</summary>\n[Query(\"p\")] public IReadOnlyList<Answer> Faulty() => [];")]
    [InlineData("a result that may be nothing", "/// <summary>Reads.</summary>\n[Query(\"p\")] public Task<Answer?> Faulty() => Task.FromResult<Answer?>(null);")]
    [InlineData("no result", "/// <summary>Writes.</summary>\n[Mutation(\"p\", Effect.Change)] public Task Faulty() => Task.CompletedTask;")]
    [InlineData("a record within itself", "/// <summary>Reads.</summary>\n[Query(\"p\")] public Endless Faulty() => new(null);")]
    [InlineData("a query that streams", "/// <summary>Reads.</summary>\n[Query(\"p\")] public IAsyncEnumerable<Answer> Faulty() => null!;")]
    [InlineData("a subscription that does not", "/// <summary>Reads.</summary>\n[Subscription(\"p\")] public Answer Faulty() => new(1);")]
    [InlineData("an overload", "/// <summary>Reads.</summary>\n[Query(\"p\")] public Answer Faulty() => new(1);\n/// <summary>Reads.</summary>\n/// <param name=\"count\">How many.</param>\n[Query(\"p\")] public Answer Faulty(int count) => new(count);")]
    [InlineData("two kinds at once", "/// <summary>Reads.</summary>\n[Query(\"p\"), Query(\"q\")] public Answer Faulty() => new(1);")]
    [InlineData("no permission", "/// <summary>Reads.</summary>\n[Query] public Answer Faulty() => new(1);")]
    [InlineData("a type nobody knows", "/// <summary>Reads.</summary>\n/// <param name=\"what\">What.</param>\n[Query(\"p\")] public Answer Faulty(Unknown what) => new(1);")]
    [InlineData("a generic method", "/// <summary>Reads.</summary>\n[Query(\"p\")] public Answer Faulty<T>() => new(1);")]
    [InlineData("a private method", "/// <summary>Reads.</summary>\n[Query(\"p\")] private Answer Faulty() => new(1);")]
    [InlineData("a static method", "/// <summary>Reads.</summary>\n[Query(\"p\")] public static Answer Faulty() => new(1);")]
    [InlineData("a parameter by reference", "/// <summary>Reads.</summary>\n/// <param name=\"count\">How many.</param>\n[Query(\"p\")] public Answer Faulty(ref int count) => new(1);")]
    [InlineData("a list of nulls", "/// <summary>Reads.</summary>\n/// <param name=\"words\">Words.</param>\n[Query(\"p\")] public Answer Faulty(IReadOnlyList<string?> words) => new(1);")]
    [InlineData("a limit that makes no sense", "/// <summary>Reads.</summary>\n/// <param name=\"flag\">Whether.</param>\n[Query(\"p\")] public Answer Faulty([System.ComponentModel.DataAnnotations.Range(1, 2)] bool flag) => new(1);")]
    [InlineData("a pattern that is none", "/// <summary>Reads.</summary>\n/// <param name=\"word\">A word.</param>\n[Query(\"p\")] public Answer Faulty([System.ComponentModel.DataAnnotations.RegularExpression(\"(\")] string word) => new(1);")]
    [InlineData("an input record without descriptions", "/// <summary>Reads.</summary>\n/// <param name=\"bare\">What.</param>\n[Query(\"p\")] public Answer Faulty(Bare bare) => new(1);")]
    [InlineData("a malformed comment", "/// <summary>Reads.\n[Query(\"p\")] public Answer Faulty() => new(1);")]
    [InlineData("a generic record without end", "/// <summary>Reads.</summary>\n[Query(\"p\")] public Deep<int> Faulty() => new(null);")]
    [InlineData("one of several records at the root", "/// <summary>Reads.</summary>\n[Query(\"p\")] public Shape Faulty() => null!;")]
    [InlineData("one of several records as an input", "/// <summary>Reads.</summary>\n/// <param name=\"shape\">Which.</param>\n[Query(\"p\")] public Answer Faulty(Shape shape) => new(1);")]
    [InlineData("a JSON value that nobody asked for", "/// <summary>Reads.</summary>\n/// <param name=\"what\">What.</param>\n[Query(\"p\")] public Answer Faulty(System.Text.Json.JsonElement what) => new(1);")]
    [InlineData("a field that cannot be emptied", "/// <summary>Reads.</summary>\n/// <param name=\"size\">How large.</param>\n/// <param name=\"clear\">What to empty.</param>\n[Query(\"p\")] public Answer Faulty(int size, IReadOnlyList<Field>? clear = null) => new(1);")]
    [InlineData("a name that is too long", "/// <summary>Reads.</summary>\n[Query(\"p\")] public Answer FaultyFaultyFaultyFaultyFaultyFaultyFaultyFaultyFaulty() => new(1);")]
    [InlineData("a prompt that returns something else", "/// <summary>Asks.</summary>\n[Prompt(\"p\")] public Answer Faulty() => new(1);")]
    [InlineData("a prompt that takes a list", "/// <summary>Asks.</summary>\n/// <param name=\"words\">Words.</param>\n[Prompt(\"p\")] public PromptScript Faulty(IReadOnlyList<string> words) => new([]);")]
    [InlineData("a completion of no target", "/// <summary>Knows.</summary>\n/// <param name=\"text\">Typed.</param>\n[Completes(\"p\", typeof(Answer))] public TargetNames Faulty(string text) => TargetNames.None;")]
    [InlineData("a completion without a text", "/// <summary>Knows.</summary>\n[Completes(\"p\", typeof(Answer))] public TargetNames Faulty() => TargetNames.None;")]
    public void It_is_left_out(string fault, string method)
    {
        var files = Emit($$"""
            /// <summary>Things.</summary>
            [Router("things")]
            internal sealed class ThingsRouter
            {
                /// <summary>Reads.</summary>
                [Query("p")] public Answer Sound() => new(1);

            {{method}}
            }
            """);

        Assert.True(files.ContainsKey("Things.Sound.g.cs"), $"With {fault} the other procedure is gone too.");
        Assert.DoesNotContain(files.Keys, name => name.StartsWith("Things.Faulty", StringComparison.Ordinal));
        Assert.DoesNotContain("Faulty", files["HomeDashProceduresGeneratorTestsProcedures.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("internal abstract class ThingsRouter")]
    [InlineData("internal sealed class ThingsRouter<T>")]
    [InlineData("internal static class ThingsRouter")]
    public void A_router_that_cannot_be_made_has_no_procedures(string declaration)
    {
        var files = Emit($$"""
            /// <summary>Things.</summary>
            [Router("things")]
            {{declaration}}
            {
                /// <summary>Reads.</summary>
                [Query("p")] public Answer Sound() => new(1);
            }
            """);

        Assert.Equal(["HomeDashProceduresGeneratorTestsProcedures.g.cs"], files.Keys);
    }

    [Fact]
    public void Of_two_procedures_with_one_path_neither_is_emitted()
    {
        const string router = """
            /// <summary>Things.</summary>
            [Router("things")]
            internal sealed class NAMERouter
            {
                /// <summary>Reads.</summary>
                [Query("p")] public Answer Same() => new(1);

                /// <summary>Reads.</summary>
                [Query("p")] public Answer NAME() => new(1);
            }
            """;

        var files = Emit(router.Replace("NAME", "One", StringComparison.Ordinal) + router.Replace("NAME", "Two", StringComparison.Ordinal));

        Assert.DoesNotContain("Things.Same.g.cs", files.Keys);
        Assert.Contains("Things.One.g.cs", files.Keys);
        Assert.Contains("Things.Two.g.cs", files.Keys);
    }

    [Fact]
    public void An_assembly_without_procedures_gets_no_code() => Assert.Empty(Emit(""));

    private static IReadOnlyDictionary<string, string> Emit(string code) => GeneratorHost.Driver().RunGenerators(
        GeneratorHost.Compile(("Things.cs", $$"""
            using HomeDash.Procedures;

            namespace HomeDash.Procedures.Generator.Tests;

            public sealed record Answer(int Count);
            public sealed record Bare(int Count);
            public sealed record Endless(Endless? Next);
            public sealed record Deep<T>(Deep<List<T>>? Next);
            public enum Field { Size }
            [System.Text.Json.Serialization.JsonDerivedType(typeof(Circle), "circle")]
            public abstract record Shape(string Name);
            public sealed record Circle(string Name) : Shape(Name);

            {{code}}
            """)), TestContext.Current.CancellationToken).Files();
}
