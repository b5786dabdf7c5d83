namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0006.</summary>
public sealed class ResultTests : RuleTests<ResultAnalyzer>
{
    private const string Types = """
        public sealed record Thing(string Name);

        public readonly record struct Point(int X);

        public enum Colour { Red }

        [System.Text.Json.Serialization.JsonDerivedType(typeof(Circle), "circle")]
        public abstract record Shape(string Name);

        public sealed record Circle(string Name) : Shape(Name);

        """;

    [Theory]
    [InlineData("string", "the single value 'string'", "return a record that names it")]
    [InlineData("Task<int>", "the single value 'int'", "return a record that names it")]
    [InlineData("ValueTask<bool?>", "the single value 'bool?'", "return a record that names it")]
    [InlineData("Task<Colour>", "the single value 'Colour'", "return a record that names it")]
    [InlineData("Task<Secret>", "the single value 'Secret'", "return a record that names it")]
    [InlineData("Task<IReadOnlyList<Thing>>", "the bare list 'IReadOnlyList<Thing>'", "return Page<Thing>")]
    [InlineData("Thing[]", "the bare list 'Thing[]'", "return Page<Thing>")]
    [InlineData("Task<Dictionary<string, Thing>>", "the dictionary 'Dictionary<string, Thing>'", "return a record that has it as a property")]
    [InlineData("Task<Shape>", "one of several records, 'Shape'", "wrap it in a record")]
    [InlineData("System.Text.Json.JsonElement", "an object of any shape", "wrap it in a record, as a property marked [FreeForm]")]
    [InlineData("byte[]", "the single value 'byte[]'", "return a record that names it")]
    [InlineData("Task<Thing?>", "'Thing?', which may be null", "return a record always, and throw a ProcedureException when there is none")]
    [InlineData("Point?", "'Point?', which may be null", "return a record always, and throw a ProcedureException when there is none")]
    [InlineData("Task", "nothing", "return a record")]
    [InlineData("ValueTask", "nothing", "return a record")]
    [InlineData("void", "nothing", "return a record")]
    [InlineData("IAsyncEnumerable<Thing>", "a stream", "mark it [Subscription], or return a Page")]
    public Task A_query_without_an_object_is_refused(string type, string what, string remedy) => RefusesAsync(
        Types + $$"""
        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Query(Permissions.Read)]
            public {{type}} {|HD0006:Get|}() => throw new InvalidOperationException();
        }
        """,
        $"The query 'sample.get' returns {what}: {remedy}");

    [Fact]
    public Task A_mutation_that_returns_nothing_is_told_to_return_what_it_changed() => RefusesAsync(
        """
        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Mutation(Permissions.Write, Effect.Change)]
            public Task {|HD0006:Update|}() => Task.CompletedTask;
        }
        """,
        "The mutation 'sample.update' returns nothing: return a record of what it changed");

    [Fact]
    public Task A_subscription_streams_objects() => RefusesAsync(
        Types + """
        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Subscription(Permissions.Read)]
            public Task<Thing> {|HD0006:Follow|}() => throw new InvalidOperationException();

            [Subscription(Permissions.Read)]
            public IAsyncEnumerable<string> {|HD0006:Lines|}() => throw new InvalidOperationException();
        }
        """,
        "The subscription 'sample.follow' returns no stream: return IAsyncEnumerable of a record",
        "The subscription 'sample.lines' returns the single value 'string': return a record that names it");

    [Fact]
    public Task Records_pages_outcomes_and_streams_of_records_are_accepted() => AcceptsAsync(
        Types + """
        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Query(Permissions.Read)]
            public Thing Get() => throw new InvalidOperationException();

            [Query(Permissions.Read)]
            public ValueTask<Point> Where() => throw new InvalidOperationException();

            [Query(Permissions.Read)]
            public Task<Page<string>> List() => throw new InvalidOperationException();

            [Mutation(Permissions.Write, Effect.Change)]
            public Task<Outcomes<Thing>> Restart() => throw new InvalidOperationException();

            [Subscription(Permissions.Read)]
            public IAsyncEnumerable<Thing> Follow() => throw new InvalidOperationException();

            public string NoProcedure() => "";
        }
        """);
}
