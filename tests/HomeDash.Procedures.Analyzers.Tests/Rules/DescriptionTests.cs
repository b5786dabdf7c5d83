namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0002.</summary>
public sealed class DescriptionTests : RuleTests<DescriptionAnalyzer>
{
    [Fact]
    public Task A_parameter_without_a_description_is_refused() => RefusesAsync(
        """
        [Router("docker")]
        internal sealed class DockerRouter
        {
            /// <summary>Restarts a container.</summary>
            /// <param name="name">Its name.</param>
            [Mutation(Permissions.Write, Effect.Change)]
            public Done Restart(string name, int {|HD0002:grace|}, ProcedureContext context, CancellationToken cancellationToken) => new();
        }

        public sealed record Done;
        """,
        "Parameter 'grace' of 'docker.restart' has no description: write <param name=\"grace\"> above 'Restart'");

    [Fact]
    public Task Properties_of_records_are_asked_for_wherever_a_signature_reaches_them() => RefusesAsync(
        """
        public sealed record Filter(string {|HD0002:Text|});

        /// <param name="Name">Its name.</param>
        public sealed record Container(string Name, Port? {|HD0002:First|}, IReadOnlyDictionary<string, Mount> {|HD0002:Mounts|});

        public readonly record struct Port(int {|HD0002:Number|});

        public sealed record Mount
        {
            public required string {|HD0002:Path|} { get; init; }
        }

        [Router("docker")]
        internal sealed class DockerRouter
        {
            /// <param name="filters">What to leave out.</param>
            [Query(Permissions.Read)]
            public Task<Page<Container>> List(IReadOnlyList<Filter>? filters = null) => throw new InvalidOperationException();
        }
        """,
        "Property 'Text' of record 'Filter' has no description: write <param name=\"Text\"> above 'Filter'",
        "Property 'First' of record 'Container' has no description: write <param name=\"First\"> above 'Container'",
        "Property 'Mounts' of record 'Container' has no description: write <param name=\"Mounts\"> above 'Container'",
        "Property 'Number' of record 'Port' has no description: write <param name=\"Number\"> above 'Port'",
        "Property 'Path' of record 'Mount' has no description: write a <summary> above 'Path'");

    [Fact]
    public Task A_record_that_two_procedures_and_two_forms_share_is_reported_once() => RefusesAsync(
        """
        public sealed record Box<T>(T {|HD0002:Content|});

        [Router("box")]
        internal sealed class BoxRouter
        {
            [Query(Permissions.Read)]
            public Box<int> Number() => new(1);

            [Query(Permissions.Read)]
            public Box<string> Text() => new("");
        }
        """,
        "Property 'Content' of record 'Box<T>' has no description: write <param name=\"Content\"> above 'Box'");

    [Fact]
    public Task A_property_of_a_base_record_is_asked_for_too() => RefusesAsync(
        """
        public record Thing(string {|HD0002:Id|});

        /// <param name="Name">Its name.</param>
        public sealed record Named(string Id, string Name) : Thing(Id);

        [Router("thing")]
        internal sealed class ThingRouter
        {
            [Query(Permissions.Read)]
            public Named Get() => new("", "");
        }
        """,
        "Property 'Id' of record 'Thing' has no description: write <param name=\"Id\"> above 'Thing'");

    [Fact]
    public Task Every_place_of_a_description_is_accepted() => AcceptsAsync(
        """
        /// <param name="A">In the comment of the record.</param>
        public sealed record Thing(
            string A,
            [Description("On the parameter.")] string B,
            [property: Description("On the property.")] string C)
        {
            /// <summary>In its own comment.</summary>
            public string D => A + B;

            [Description("On itself.")]
            public string E => A + C;

            public static string NotInJson => "";

            internal string NotPublic => "";
        }

        [Router("thing")]
        internal sealed class ThingRouter
        {
            /// <param name="a">In the comment.</param>
            [Query(Permissions.Read)]
            public Thing Get(string a, [Description("On itself.")] string? b = null) => new("", "", "");

            public void NoProcedure(string undescribed) { }
        }
        """);

    [Fact]
    public Task A_record_of_another_assembly_is_reported_at_the_parameter_that_takes_it() => RefusesWithLibraryAsync(
        """
        [Router("thing")]
        internal sealed class ThingRouter
        {
            /// <param name="like">What to look for.</param>
            [Query(Permissions.Read)]
            public Foreign Find(Foreign {|HD0002:like|}) => like;
        }
        """,
        "public sealed record Foreign(string Undescribed, [property: Description(\"Its name.\")] string Name);",
        "Property 'Undescribed' of record 'Foreign' has no description: put [Description] on it in its own assembly, comments do not reach here");

    [Fact]
    public Task A_result_of_another_assembly_is_taken_as_it_is() => AcceptsAsync(
        """
        [Router("thing")]
        internal sealed class ThingRouter
        {
            [Query(Permissions.Read)]
            public Foreign Get() => new("");
        }
        """,
        library: "public sealed record Foreign(string Undescribed);");
}
