namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0003.</summary>
public sealed class SupportedTypeTests : RuleTests<SupportedTypeAnalyzer>
{
    [Theory]
    [InlineData("DateTime", "DateTime", "use DateTimeOffset")]
    [InlineData("DateTime?", "DateTime", "use DateTimeOffset")]
    [InlineData("List<DateTime>", "DateTime", "use DateTimeOffset")]
    [InlineData("List<int?>", "int?", "lists and dictionaries hold no null, remove the '?'")]
    [InlineData("IReadOnlyDictionary<string, Done?>", "Done?", "lists and dictionaries hold no null, remove the '?'")]
    [InlineData("byte[]", "byte[]", "raw bytes have no form that every client knows, use string with Base64")]
    [InlineData("Days", "Days", "use a list of an enum without [Flags]")]
    [InlineData("Empty", "Empty", "give it a property")]
    [InlineData("SampleRouter.Hidden", "SampleRouter.Hidden", "make it, and the types around it, internal or public")]
    [InlineData("HalfTarget", "HalfTarget", "make it a record")]
    [InlineData("TimeOnly", "TimeOnly", "use TimeSpan")]
    [InlineData("char", "char", "use string")]
    [InlineData("nint", "nint", "use long")]
    [InlineData("Half", "Half", "use float")]
    [InlineData("Int128", "Int128", "use long, or string when that is too short")]
    [InlineData("object", "object", "use a record that names its properties")]
    [InlineData("dynamic", "dynamic", "use a record that names its properties")]
    [InlineData("System.Text.Json.JsonElement", "JsonElement", "use a record that names its properties")]
    [InlineData("(string Name, int Size)", "(string Name, int Size)", "use a record that names its parts")]
    [InlineData("Dictionary<int, string>", "Dictionary<int, string>", "use IReadOnlyDictionary with string as its key")]
    [InlineData("HashSet<string>", "HashSet<string>", "use IReadOnlyList<string>")]
    [InlineData("int[,]", "int[*,*]", "use a list of records")]
    [InlineData("IDisposable", "IDisposable", "use a record")]
    [InlineData("System.IO.Stream", "Stream", "use a record")]
    [InlineData("Plain", "Plain", "make it a record")]
    [InlineData("Base", "Base", "make it a record that is not abstract")]
    [InlineData("Task<string>", "Task<string>", "use a record")]
    public Task A_parameter_of_an_unsupported_type_is_refused(string type, string shown, string remedy) => RefusesAsync(
        $$"""
        public sealed class Plain;

        public abstract record Base;

        public sealed record Empty;

        public sealed record Done(int Count);

        public sealed class HalfTarget : ITarget
        {
            public string Given => "";

            public ResolvedTarget? Resolved => null;
        }

        [Flags]
        public enum Days { Saturday = 1, Sunday = 2 }

        [Router("sample")]
        internal sealed class SampleRouter
        {
            private sealed record Hidden(int Count);

            [Query(Permissions.Read)]
            {{(type.EndsWith("Hidden", StringComparison.Ordinal) ? "private" : "public")}} Done Get({{type}} {|HD0003:value|}) => new(1);
        }
        """,
        $"The type '{shown}' of parameter 'value' has no JSON form: {remedy}");

    [Fact]
    public Task A_result_of_an_unsupported_type_is_refused() => RefusesAsync(
        """
        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Query(Permissions.Read)]
            public Task<object> {|HD0003:Get|}() => throw new InvalidOperationException();

            [Subscription(Permissions.Read)]
            public IAsyncEnumerable<(int, int)> {|HD0003:Follow|}() => throw new InvalidOperationException();
        }
        """,
        "The type 'object' of the result has no JSON form: use a record that names its properties",
        "The type '(int, int)' of the result has no JSON form: use a record that names its parts");

    [Fact]
    public Task A_property_at_any_depth_is_refused_once_and_where_it_is_written() => RefusesAsync(
        """
        public sealed record Container(IReadOnlyList<State> States);

        public sealed record State(string Name, DateTime? {|HD0003:Since|});

        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Query(Permissions.Read)]
            public Task<Page<Container>> List() => throw new InvalidOperationException();

            [Query(Permissions.Read)]
            public Container Get() => throw new InvalidOperationException();
        }
        """,
        "The type 'DateTime' of property 'Since' of record 'State' has no JSON form: use DateTimeOffset");

    [Fact]
    public Task A_property_of_another_assembly_is_reported_where_its_record_is_used() => RefusesWithLibraryAsync(
        """
        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Query(Permissions.Read)]
            public Foreign {|HD0003:Get|}() => throw new InvalidOperationException();

            [Query(Permissions.Read)]
            public Foreign Find(Foreign {|HD0003:like|}) => like;
        }
        """,
        "public sealed record Foreign(DateTime At);",
        "The type 'DateTime' of property 'At' of record 'Foreign' has no JSON form: use DateTimeOffset",
        "The type 'DateTime' of property 'At' of record 'Foreign' has no JSON form: use DateTimeOffset");

    [Fact]
    public Task A_record_that_contains_itself_is_refused() => RefusesAsync(
        """
        public sealed record Node(string Name, IReadOnlyList<Leaf> Leaves);

        public sealed record Leaf(Node? {|HD0003:Parent|});

        public sealed record Endless<T>(Endless<List<T>>? {|HD0003:Inner|});

        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Query(Permissions.Read)]
            public Node Get() => throw new InvalidOperationException();

            [Query(Permissions.Read)]
            public Node Other(Endless<int> endless) => throw new InvalidOperationException();
        }
        """,
        "The type 'Node' of property 'Parent' of record 'Leaf' has no JSON form: it contains itself and its schema would have no end, refer to it by its id",
        $"The type '{Endless(33)}' of property 'Inner' of record '{Endless(32)}' has no JSON form: it contains itself and its schema would have no end, refer to it by its id");

    [Fact]
    public Task A_target_inside_of_something_else_is_refused() => RefusesAsync(
        Target + """
        public sealed record Choice(ContainerRef {|HD0003:Container|});

        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Query(Permissions.Read)]
            public Choice Get(Choice choice, Dictionary<string, ContainerRef> {|HD0003:map|}) => choice;
        }
        """,
        "The type 'ContainerRef' of property 'Container' of record 'Choice' has no JSON form: a target is resolved only where it is a parameter of its own or a list of them, use string here",
        "The type 'ContainerRef' of parameter 'map' has no JSON form: a target is resolved only where it is a parameter of its own or a list of them, use string here");

    [Fact]
    public Task Every_supported_type_is_accepted() => AcceptsAsync(
        Target + """
        public enum Colour { Red, Green }

        public record Base(string Id);

        public sealed record Numbers(byte A, sbyte B, short C, ushort D, int E, uint F, long G, ulong H, float I, double J, decimal K);

        public sealed record Everything(
            string Id, string? Text, bool Flag, Numbers Numbers, Guid Key, DateTimeOffset At, DateOnly Day, TimeSpan Took, Uri Address,
            Colour Colour, Colour? Maybe, int? Count, string[] Words, List<int> List, IReadOnlyList<Numbers> Deep,
            IReadOnlyDictionary<string, IReadOnlyList<Numbers>> Map, Secret? Token, Point Point) : Base(Id);

        public readonly record struct Point(int X, int Y);

        [Router("sample")]
        internal sealed class SampleRouter
        {
            public sealed record Nested(Everything First, Everything Second);

            [Mutation(Permissions.Write, Effect.Change)]
            public ValueTask<Outcomes<Nested>> Do(
                IReadOnlyList<ContainerRef> containers, ContainerRef? other, Everything? everything, ProcedureContext context, CancellationToken cancellationToken) =>
                throw new InvalidOperationException();

            [Subscription(Permissions.Read)]
            public IAsyncEnumerable<Everything> Follow() => throw new InvalidOperationException();

            public DateTime NoProcedure(object anything) => default;
        }
        """);

    private const string Target = """
        public sealed record ContainerRef(string Given, ResolvedTarget? Resolved = null) : ITarget<ContainerRef>
        {
            public static string Noun => "container";

            public static ContainerRef FromText(string given) => new(given);
        }


        """;

    private static string Endless(int depth) => depth == 1 ? "Endless<int>" : $"Endless<{string.Concat(Enumerable.Repeat("List<", depth - 1))}int{new string('>', depth - 1)}>";
}
