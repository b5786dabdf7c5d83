using HomeDash.Procedures.CodeFixes;

namespace HomeDash.Procedures.Analyzers.Tests;

public sealed class TimeWithOffsetFixes : FixTests<SupportedTypeAnalyzer, TimeWithOffsetFix>
{
    [Theory]
    [InlineData("public Done Get(DateTime? since) => throw new Exception();", "public Done Get(DateTimeOffset? since) => throw new Exception();")]
    [InlineData("public Done Get(List<DateTime> times) => throw new Exception();", "public Done Get(List<DateTimeOffset> times) => throw new Exception();")]
    public Task A_time_gets_its_offset(string method, string expected) => FixesAsync(Router(method), "Use DateTimeOffset", Router(expected));

    [Fact]
    public Task So_does_a_property() => FixesAsync(
        Router("public Times Get() => throw new Exception();") + "public sealed record Times { public DateTime? At { get; init; } }",
        "Use DateTimeOffset",
        Router("public Times Get() => throw new Exception();") + "public sealed record Times { public DateTimeOffset? At { get; init; } }");

    [Fact]
    public Task Another_type_is_left_to_whoever_knows_it() => LeavesAsync(Router("public Done Get(object what) => throw new Exception();"));

    private static string Router(string method) =>
        $$"""
        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Query(Permissions.Read)]
            {{method}}
        }

        public sealed record Done(int Count);

        """;
}

public sealed class AsyncSuffixFixes : FixTests<NameAnalyzer, AsyncSuffixFix>
{
    [Fact]
    public Task The_suffix_goes_wherever_the_method_is_called() => FixesAsync(
        """
        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Query(Permissions.Read)]
            public Task<Done> GetAsync() => Task.FromResult(new Done(1));

            public Task<Done> Twice() => GetAsync();
        }

        public sealed record Done(int Count);
        """,
        "Call it Get",
        """
        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Query(Permissions.Read)]
            public Task<Done> Get() => Task.FromResult(new Done(1));

            public Task<Done> Twice() => Get();
        }

        public sealed record Done(int Count);
        """);

    [Fact]
    public Task A_name_that_is_too_long_is_left_to_its_author() => LeavesAsync(
        """
        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Query(Permissions.Read)]
            public Done GetEverythingThatThereIsToKnowAboutEachOfTheSamples() => new(1);
        }

        public sealed record Done(int Count);
        """);
}

public sealed class SealedRouterFixes : FixTests<ShapeAnalyzer, SealedRouterFix>
{
    [Theory]
    [InlineData("internal class Sample;", "internal sealed class Sample;")]
    [InlineData("internal partial class Sample;", "internal sealed partial class Sample;")]
    [InlineData("// A sample.\nclass Sample;", "// A sample.\nsealed class Sample;")]
    public Task A_router_is_sealed(string declaration, string expected) => FixesAsync(
        declaration.Replace("internal", "[Router(\"sample\")] internal", StringComparison.Ordinal).Replace("\nclass", "\n[Router(\"sample\")] class", StringComparison.Ordinal),
        "Seal it",
        expected.Replace("internal", "[Router(\"sample\")] internal", StringComparison.Ordinal).Replace("\nsealed", "\n[Router(\"sample\")] sealed", StringComparison.Ordinal));

    [Fact]
    public Task An_abstract_one_is_left_to_its_author() => LeavesAsync("[Router(\"sample\")] internal abstract class Sample;");
}

public sealed class PageOfListFixes : FixTests<ResultAnalyzer, PageOfListFix>
{
    [Theory]
    [InlineData("public IReadOnlyList<Done> Get() => made;", "public Page<Done> Get() => new(made);")]
    [InlineData("public Done[] Get() { return [.. made]; }", "public Page<Done> Get() { return new([.. made]); }")]
    [InlineData("public async Task<List<Done>> Get() { await Task.Yield(); return made; }", "public async Task<Page<Done>> Get() { await Task.Yield(); return new(made); }")]
    [InlineData("public Task<List<Done>> Get() => Task.FromResult(made);", "public Task<Page<Done>> Get() => Task.FromResult(made);")]
    [InlineData("public List<Done> Get() => throw new Exception();", "public Page<Done> Get() => throw new Exception();")]
    public Task A_list_becomes_a_page(string method, string expected) => FixesAsync(Router(method), "Return Page<Done>", Router(expected));

    private static string Router(string method) =>
        $$"""
        [Router("sample")]
        internal sealed class SampleRouter
        {
            private readonly List<Done> made = [];

            [Query(Permissions.Read)]
            {{method}}

            public int Count => made.Count;
        }

        public sealed record Done(int Count);
        """;
}

public sealed class PageAddressFixes : FixTests<SecretPageAnalyzer, PageAddressFix>
{
    [Fact]
    public Task A_secret_gets_a_place_for_its_page() => FixesAsync(Router(""), "Name the page where a person does it", Router(", Page = \"/\""));

    [Fact]
    public Task A_page_that_is_none_is_left_to_its_author() => LeavesAsync(Router(", Page = \"/\""));

    private static string Router(string page) =>
        $$"""
        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Mutation(Permissions.Write, Effect.Create{{page}})]
            public Done Create() => throw new InvalidOperationException();
        }

        public sealed record Done(Secret Key);
        """;
}

public sealed class NeedlessAnnotationFixes : FixTests<AnnotationAnalyzer, NeedlessAnnotationFix>
{
    [Theory]
    [InlineData("[Required] string name", "Remove [Required]", "string name")]
    [InlineData("[Required, StringLength(5)] string name", "Remove [Required]", "[StringLength(5)] string name")]
    [InlineData("[Range(1, 5)] string name", "Remove [Range]", "string name")]
    public Task What_limits_nothing_goes(string parameter, string title, string expected) => FixesAsync(Router(parameter), title, Router(expected));

    private static string Router(string parameter) =>
        $$"""
        using System.ComponentModel.DataAnnotations;

        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Query(Permissions.Read)]
            public Done Get({{parameter}}) => throw new InvalidOperationException();
        }

        public sealed record Done(int Count);
        """;
}

public sealed class SummaryPlaceFixes : FixTests<SummaryAnalyzer, SummaryPlaceFix>
{
    [Fact]
    public Task A_place_for_a_summary_opens_and_is_not_enough() => FixesAsync(
        """
        /// <summary>Samples of things.</summary>
        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Query(Permissions.Read)]
            public Done Get() => throw new InvalidOperationException();
        }

        public sealed record Done(int Count);
        """,
        "Add <summary></summary>",
        """
        /// <summary>Samples of things.</summary>
        [Router("sample")]
        internal sealed class SampleRouter
        {
            /// <summary></summary>
            [Query(Permissions.Read)]
            public Done Get() => throw new InvalidOperationException();
        }

        public sealed record Done(int Count);
        """);
}

public sealed class ParameterPlaceFixes : FixTests<DescriptionAnalyzer, ParameterPlaceFix>
{
    [Fact]
    public Task A_place_for_a_parameter_opens_below_the_comment() => FixesAsync(
        """
        [Router("sample")]
        internal sealed class SampleRouter
        {
            /// <summary>Gets the samples.</summary>
            [Query(Permissions.Read)]
            public Done Get(int size) => throw new InvalidOperationException();
        }

        public sealed record Done([property: Description("How many there are.")] int Count);
        """,
        "Add <param name=\"size\"></param>",
        """
        [Router("sample")]
        internal sealed class SampleRouter
        {
            /// <summary>Gets the samples.</summary>
            /// <param name="size"></param>
            [Query(Permissions.Read)]
            public Done Get(int size) => throw new InvalidOperationException();
        }

        public sealed record Done([property: Description("How many there are.")] int Count);
        """);
}
