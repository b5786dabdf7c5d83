namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0012.</summary>
public sealed class PoorDescriptionTests : RuleTests<PoorDescriptionAnalyzer>
{
    [Theory]
    [InlineData("Container.", "is one word")]
    [InlineData("Its id.", "has only 2 words")]
    [InlineData("It is a.", "has only 8 letters")]
    [InlineData("The container id.", "only repeats the name")]
    [InlineData("This is the value of ContainerId.", null)]
    [InlineData("A name or an id, as docker.list shows them.", null)]
    [InlineData("What <c>docker.list</c> shows, see <see cref=\"Done\"/>.", null)]
    public Task A_parameter_is_described_in_words_that_help(string text, string? fault)
    {
        var code = $$"""
            [Router("docker")]
            internal sealed class DockerRouter
            {
                /// <summary>Gets a container by its name.</summary>
                /// <param name="containerId">{{text}}</param>
                [Query(Permissions.Read)]
                public Done Get(string {{(fault is null ? "containerId" : "{|HD0012:containerId|}")}}) => new(containerId);
            }

            /// <summary>What was done.</summary>
            /// <param name="Name">What it is called.</param>
            public sealed record Done(string Name);
            """;
        return fault is null
            ? AcceptsAsync(code)
            : RefusesAsync(code, $"The description of parameter 'containerId' {fault}: say what it means, in which unit, or where to get it");
    }

    [Fact]
    public Task A_procedure_and_the_properties_of_its_records_are_too() => RefusesAsync(
        """
        [Router("docker")]
        internal sealed class DockerRouter
        {
            /// <summary>Gets it.</summary>
            [Query(Permissions.Read)]
            public Done {|HD0012:Get|}() => throw new InvalidOperationException();

            [Query(Permissions.Read), Description("Lists everything that is done.")]
            public Page<Done> List() => throw new InvalidOperationException();

            public Done NoProcedure(int size) => throw new InvalidOperationException();
        }

        /// <param name="Name">The name.</param>
        public sealed record Done(string {|HD0012:Name|}, [property: Description("Size.")] int {|HD0012:Size|})
        {
            /// <summary>A long time ago.</summary>
            public int Age { get; init; }

            public int NotDescribed { get; init; }
        }
        """,
        "The description of procedure 'docker.get' has only 2 words: say what it means, in which unit, or where to get it",
        "The description of property 'Name' has only 2 words: say what it means, in which unit, or where to get it",
        "The description of property 'Size' is one word: say what it means, in which unit, or where to get it");
}
