namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0017.</summary>
public sealed class JsonNameTests : RuleTests<JsonNameAnalyzer>
{
    [Fact]
    public Task Parameters_properties_and_members_that_meet_are_refused() => RefusesAsync(
        """
        public enum Colour { Red, {|HD0017:red|} }

        public sealed record Done(int Id, int {|HD0017:ID|}, Colour Colour, Colour Other);

        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Query(Permissions.Read)]
            public Done Get(int size, int {|HD0017:Size|}) => throw new InvalidOperationException();

            [Query(Permissions.Read)]
            public Done Find() => throw new InvalidOperationException();
        }
        """,
        "'Red' and 'red' both become 'red' in JSON: rename one of them",
        "'Id' and 'ID' both become 'id' in JSON: rename one of them",
        "'size' and 'Size' both become 'size' in JSON: rename one of them");

    [Fact]
    public Task Members_of_one_value_and_names_that_differ_are_accepted() => AcceptsAsync(
        """
        public enum Colour { Red, Green, Rouge = Red }

        public sealed record Done(int Id, int IdOf, Colour Colour);

        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Query(Permissions.Read)]
            public Done Get(int size, int sizes) => throw new InvalidOperationException();
        }
        """);
}
