namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0014.</summary>
public sealed class PatternTests : RuleTests<PatternAnalyzer>
{
    [Theory]
    [InlineData(@"\d+", "uses \\d, which is more than 0 to 9 in .NET and Python: write [0-9]")]
    [InlineData(@"[\D]", "uses \\D, which is more than 0 to 9 in .NET and Python: write [^0-9]")]
    [InlineData(@"\w+", "uses \\w, which means other characters to other clients: list the characters, as in [A-Za-z0-9_]")]
    [InlineData(@"\p{L}+", "uses \\p{…}, which Python does not know: list the characters, as in [A-Za-z]")]
    [InlineData(@"(?<year>[0-9]{4})", "names a group, which Python writes in another way: use a plain (…)")]
    [InlineData(@"(?<=a)b", "looks behind, which not every client can: check that in an IValidatableInput")]
    [InlineData(@"(?>a+)b", "has an atomic group '(?>', which ECMAScript does not know: use '(?:'")]
    [InlineData(@"(?#why)a", "has a comment, which ECMAScript does not know: remove it")]
    [InlineData(@"(?(a)b|c)", "has a condition, which ECMAScript does not know: use '|'")]
    [InlineData(@"(?i)abc", "sets an option such as '(?i)', which not every client knows: list the letters")]
    [InlineData(@"(a)\1", "refers back to a group, which clients do in different ways: check that in an IValidatableInput")]
    [InlineData(@"\Aabc", "uses \\A, which ECMAScript does not know: leave it out, the whole text has to match anyway")]
    [InlineData(@"a\@b", "escapes '@', which not every client takes: leave the backslash out")]
    [InlineData(@"a{b", "has a bare '{', which not every client takes: write '\\{'")]
    [InlineData(@"[]a]", "has a ']' at the start of a class, which ECMAScript takes for its end: write '\\]'")]
    [InlineData(@"[a-z-[aeiou]]", "has a '[' within a class, which is a set of its own to some clients: write '\\['")]
    [InlineData(@"(a+)+", Catastrophe)]
    [InlineData(@"(a*)*b", Catastrophe)]
    [InlineData(@"(a|a)*", Catastrophe)]
    [InlineData(@"([a-z]|[a-f0-9])+", Catastrophe)]
    [InlineData(@"(a|ab|b)+c", Catastrophe)]
    [InlineData(@"([a-z]+-?)+", Catastrophe)]
    [InlineData(@"(.*,){11}P", Catastrophe)]
    public Task A_pattern_that_clients_do_not_share_is_refused(string pattern, string fault) => RefusesAsync(
        Procedure("{|HD0014:@\"" + pattern + "\"|}"), $"The pattern of parameter 'text' {fault}");

    [Theory]
    [InlineData(@"[a-z]+(-[a-z]+)*")]
    [InlineData(@"^[A-Za-z0-9_.-]{1,64}$")]
    [InlineData(@"(?:[0-9]{1,3}\.){3}[0-9]{1,3}")]
    [InlineData(@"(?!-)[^\t\n]+")]
    [InlineData(@"(a|b)*c?")]
    [InlineData(@"[a-f0-9]{12}|[a-f0-9]{64}")]
    [InlineData(@"\x41\u0042\/\[\]\{\}")]
    [InlineData(@"a.*?b")]
    public Task A_pattern_that_all_read_alike_is_accepted(string pattern) => AcceptsAsync(Procedure("@\"" + pattern + "\""));

    [Fact]
    public Task A_property_of_an_input_is_looked_at_once() => RefusesAsync(
        """
        using System.ComponentModel.DataAnnotations;

        [Router("docker")]
        internal sealed class DockerRouter
        {
            [Query(Permissions.Read)]
            public Choice Get(Choice choice) => choice;

            [Query(Permissions.Read)]
            public Choice Find(Choice choice) => choice;
        }

        public sealed record Choice([RegularExpression({|HD0014:"\\d"|})] string Text);
        """,
        "The pattern of property 'Text' uses \\d, which is more than 0 to 9 in .NET and Python: write [0-9]");

    private const string Catastrophe =
        "can match one text in very many ways, which takes for ever: let each repetition begin with something that the one before it cannot hold";

    private static string Procedure(string pattern) =>
        $$"""
        using System.ComponentModel.DataAnnotations;

        [Router("docker")]
        internal sealed class DockerRouter
        {
            [Query(Permissions.Read)]
            public Done Get([RegularExpression({{pattern}})] string text) => new(text);
        }

        public sealed record Done(string Text);
        """;
}
