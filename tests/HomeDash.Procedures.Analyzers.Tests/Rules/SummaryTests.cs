namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0001.</summary>
public sealed class SummaryTests : RuleTests<SummaryAnalyzer>
{
    [Fact]
    public Task A_procedure_without_a_summary_is_refused() => RefusesAsync(
        """
        /// <summary>Things.</summary>
        [Router("docker")]
        internal sealed class DockerRouter
        {
            [Query(Permissions.Read)]
            public Thing {|HD0001:Get|}() => new();
        }

        public sealed record Thing;
        """,
        "Procedure 'docker.get' has no summary: write a <summary> above 'Get' that says in full sentences what it does");

    [Fact]
    public Task A_router_without_a_summary_is_refused() => RefusesAsync(
        """
        [Router("docker")]
        internal sealed class {|HD0001:DockerRouter|};
        """,
        "Router 'DockerRouter' has no summary: write a <summary> above 'DockerRouter' that says what its namespace holds");

    [Fact]
    public Task A_permission_without_a_summary_is_refused() => RefusesAsync(
        """
        [PermissionSet]
        internal static class DockerPermissions
        {
            public const string {|HD0001:Control|} = "docker.control";
        }
        """,
        "Permission 'Control' has no summary: write a <summary> above 'Control' that says what holding it allows");

    [Theory]
    [InlineData("/// <summary> </summary>")]
    [InlineData("/// <inheritdoc/>")]
    [InlineData("/// <summary><inheritdoc/></summary>")]
    [InlineData("/// <remarks>Only remarks.</remarks>")]
    [InlineData("/// <summary>Not closed.")]
    [InlineData("// <summary>An ordinary comment.</summary>")]
    [InlineData("[System.ComponentModel.Description(\" \")]")]
    public Task A_summary_that_says_nothing_is_none(string above) => RefusesAsync(
        $$"""
        {{above}}
        [Router("docker")]
        internal sealed class {|HD0001:DockerRouter|};
        """,
        "Router 'DockerRouter' has no summary: write a <summary> above 'DockerRouter' that says what its namespace holds");

    [Fact]
    public Task Where_comments_are_not_read_the_message_says_so() => RefusesWithoutDocumentationAsync(
        """
        /// <summary>Containers.</summary>
        [Router("docker")]
        internal sealed class {|HD0001:DockerRouter|};

        /// <summary>Other permissions.</summary>
        internal static class NoSet
        {
            public const string Control = "docker.control";
        }
        """,
        "Router 'DockerRouter' has no summary: the compiler does not read documentation comments here, set GenerateDocumentationFile to true in the project");

    [Fact]
    public Task Summaries_and_descriptions_are_accepted() => AcceptsAsync(
        """
        /// <summary>Containers.</summary>
        [Router("docker")]
        internal sealed partial class DockerRouter
        {
            /// <summary>Shows <see cref="Thing"/>s.</summary>
            [Query(Permissions.Read)]
            public Thing Get() => new();
        }

        internal sealed partial class DockerRouter
        {
            [Description("Shows one thing more.")]
            [Query(Permissions.Read)]
            public Thing More() => new();

            public void NoProcedure() { }
        }

        public sealed record Thing;
        """);
}
