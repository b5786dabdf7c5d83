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
    [InlineData("List<byte>", "List<byte>", "bytes are one string of Base64, use byte[]")]
    [InlineData("ReadOnlyMemory<byte>", "ReadOnlyMemory<byte>", "use byte[]")]
    [InlineData("Nothing", "Nothing", "give it a member that names a value, or a single bit when it is marked [Flags]")]
    [InlineData("Shape", "Shape", "one of several records can only be returned, take one record with optional properties")]
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
    [InlineData("System.Text.Json.JsonElement", "JsonElement", "use a record that names its properties, or mark a parameter or property of this type [FreeForm] to have any object there")]
    [InlineData("System.Text.Json.JsonDocument", "JsonDocument", "use a record that names its properties, or a JsonElement marked [FreeForm]")]
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
        public enum Nothing { None = 0, Both = 3 }

        [System.Text.Json.Serialization.JsonDerivedType(typeof(Circle), "circle")]
        public abstract record Shape(string Name);

        public sealed record Circle(string Name) : Shape(Name);

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

    [Theory]
    [InlineData("", "typeof(Circle)", "give each [JsonDerivedType] a text as its second argument")]
    [InlineData("", "typeof(Circle), 1", "give each [JsonDerivedType] a text as its second argument")]
    [InlineData("", "typeof(Circle), \"square\"", "give each [JsonDerivedType] a text of its own")]
    [InlineData("[JsonPolymorphic(TypeDiscriminatorPropertyName = \"type\")]", "typeof(Circle), \"circle\"", "results tell their kind in 'kind', remove TypeDiscriminatorPropertyName")]
    [InlineData("", "typeof(Shape), \"shape\"", "make 'Shape' a record that derives from it, is not abstract and has a property")]
    [InlineData("", "typeof(Named), \"named\"", "rename the property 'Kind' of 'Named', results tell there which record they are")]
    public Task A_choice_that_cannot_be_told_apart_is_refused(string marks, string option, string remedy) => RefusesAsync(
        $$"""
        using System.Text.Json.Serialization;

        {{marks}}
        [JsonDerivedType(typeof(Square), "square")]
        [JsonDerivedType({{option}})]
        public abstract record Shape(string Name);

        public sealed record Square(string Name) : Shape(Name);

        public sealed record Circle(string Name) : Shape(Name);

        public sealed record Named(string Name, string Kind) : Shape(Name);

        public sealed record Drawing(IReadOnlyList<Shape> {|HD0003:Shapes|});

        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Query(Permissions.Read)]
            public Drawing Get() => throw new InvalidOperationException();
        }
        """,
        $"The type 'Shape' of property 'Shapes' of record 'Drawing' has no JSON form: {remedy}");

    [Fact]
    public Task A_choice_that_contains_itself_is_refused() => RefusesAsync(
        """
        using System.Text.Json.Serialization;

        [JsonDerivedType(typeof(Group), "group")]
        public abstract record Shape(string Name);

        public sealed record Group(string Name, IReadOnlyList<Shape> {|HD0003:Shapes|}) : Shape(Name);

        public sealed record Drawing(Shape Shape);

        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Query(Permissions.Read)]
            public Drawing Get() => throw new InvalidOperationException();
        }
        """,
        "The type 'Shape' of property 'Shapes' of record 'Group' has no JSON form: it contains itself and its schema would have no end, refer to it by its id");

    [Fact]
    public Task Every_supported_type_is_accepted() => AcceptsAsync(
        Target + """
        public enum Colour { Red, Green }

        [Flags]
        public enum Days { None = 0, Saturday = 1, Sunday = 2, Both = 3 }

        [System.Text.Json.Serialization.JsonDerivedType(typeof(Circle), "circle")]
        [System.Text.Json.Serialization.JsonDerivedType(typeof(Square), "square")]
        public abstract record Shape(string Name);

        public sealed record Circle(string Name) : Shape(Name);

        public sealed record Square(string Name, Circle Within) : Shape(Name);

        public sealed record Drawing(IReadOnlyList<Shape> Shapes, Shape? Frame);

        public record Base(string Id);

        public sealed record Numbers(byte A, sbyte B, short C, ushort D, int E, uint F, long G, ulong H, float I, double J, decimal K);

        public sealed record Everything(
            string Id, string? Text, bool Flag, Numbers Numbers, Guid Key, DateTimeOffset At, DateOnly Day, TimeSpan Took, Uri Address,
            Colour Colour, Colour? Maybe, int? Count, string[] Words, List<int> List, IReadOnlyList<Numbers> Deep,
            IReadOnlyDictionary<string, IReadOnlyList<Numbers>> Map, Secret? Token, Point Point,
            byte[] Picture, IReadOnlyList<byte[]> Pictures, Days Days, Days? Free, [FreeForm] System.Text.Json.JsonElement More) : Base(Id)
        {
            [FreeForm]
            public System.Text.Json.JsonElement? Other { get; init; }
        }

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
            public IAsyncEnumerable<Drawing> Draw([FreeForm] System.Text.Json.JsonElement options) => throw new InvalidOperationException();

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
