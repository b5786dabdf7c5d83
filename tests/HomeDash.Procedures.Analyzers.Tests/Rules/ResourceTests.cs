namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0021.</summary>
public sealed class ResourceTests : RuleTests<ResourceAnalyzer>
{
    [Theory]
    [InlineData("home://shelf/{thing}/{colour}", "has the variable 'colour', which is no parameter of shelf.get: name it like the parameter")]
    [InlineData("home://shelf/{thing}/{thing}", "has the variable 'thing' twice: name it once")]
    [InlineData("home://shelf/{thing}/{tags}", "has the variable 'tags', which is no single text, number or target: leave it out of the address")]
    [InlineData("home://shelf", "does not say 'thing', which shelf.get needs: make it a variable, or give it in Input")]
    [InlineData("shelf/{thing}", "is no address: write scheme://part/{variable}, with each variable as one whole part")]
    [InlineData("home://shelf/no{thing}", "is no address: write scheme://part/{variable}, with each variable as one whole part")]
    [InlineData("home://shelf/{thing", "is no address: write scheme://part/{variable}, with each variable as one whole part")]
    [InlineData("home://shelf//{thing}", "is no address: write scheme://part/{variable}, with each variable as one whole part")]
    public Task An_address_that_does_not_say_what_the_query_needs_is_refused(string uri, string fault) =>
        RefusesAsync(Router($"[{{|HD0021:Resource(\"{uri}\")|}}]"), $"The resource '{uri}' {fault}");

    [Theory]
    [InlineData("Lines = \"words\"", "words")]
    [InlineData("Lines = \"name\"", "name")]
    public Task Lines_that_are_no_list_are_refused(string argument, string lines) => RefusesAsync(
        Router($"[{{|HD0021:Resource(\"home://shelf/{{thing}}\", {argument})|}}]"),
        $"The resource 'home://shelf/{{thing}}' is to be the lines of '{lines}', which is no list in the result of shelf.get: name one");

    [Theory]
    [InlineData("[Mutation(Permissions.Write, Effect.Change)]")]
    [InlineData("[Prompt(Permissions.Read)]")]
    [InlineData("")]
    public Task What_is_no_query_has_no_address(string kind) => RefusesAsync(
        Router("", $"{kind} [{{|HD0021:Resource(\"home://all\")|}}]"),
        "The resource 'home://all' is not the result of a query: put it on a method marked [Query]");

    [Theory]
    [InlineData("[Resource(\"home://shelf/{thing}\", Title = \"A thing\", Topics = [\"thing\"])]")]
    [InlineData("[Resource(\"home://{thing}/{size}\")]")]
    [InlineData("[Resource(\"home://shelf/{thing}/lines\", Lines = \"items\")]")]
    [InlineData("[Resource(\"home://favourite\", Input = \"{\\\"thing\\\":\\\"cup\\\"}\")]")]
    [InlineData("[Resource(\"home://shelf/{thing}\"), Resource(\"home://shelf-2/{thing}\")]")]
    public Task Addresses_that_say_enough_are_accepted(string resources) => AcceptsAsync(Router(resources));

    private static string Router(string onGet, string onAll = "[Query(Permissions.Read)]") =>
        $$"""
        public sealed record ThingRef(string Given, ResolvedTarget? Resolved = null) : ITarget<ThingRef>
        {
            public static string Noun => "thing";

            public static ThingRef FromText(string given) => new(given);
        }

        public sealed record Things(IReadOnlyList<string> Items, string Name);

        [Router("shelf")]
        internal sealed class ShelfRouter
        {
            [Query(Permissions.Read)]
            {{onGet}}
            public Things Get(ThingRef thing, CancellationToken cancellationToken, int size = 1, IReadOnlyList<string>? tags = null) => new([thing.Given], "");

            {{onAll}}
            public Things All() => new([], "");
        }
        """;
}
