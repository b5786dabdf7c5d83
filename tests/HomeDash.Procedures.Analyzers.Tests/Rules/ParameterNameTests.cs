namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0015.</summary>
public sealed class ParameterNameTests : RuleTests<ParameterNameAnalyzer>
{
    [Theory]
    [InlineData("containerId")]
    [InlineData("containerName")]
    [InlineData("containerIds")]
    [InlineData("containersKey")]
    public Task One_thing_under_two_names_is_refused(string name) => RefusesAsync(
        $$"""
        [Router("docker")]
        internal sealed class DockerRouter
        {
            [Query(Permissions.Read)]
            public Done Get(string container, string containers) => new(container + containers);

            [Query(Permissions.Read)]
            public Done Find(string {|HD0015:{{name}}|}) => new({{name}});
        }

        public sealed record Done(string Name);
        """,
        $"'{name}' is called '{(name.StartsWith("containers", StringComparison.Ordinal) ? "containers" : "container")}' in 'docker.get': give both the same name");

    [Fact]
    public Task Names_that_are_the_only_one_or_told_apart_are_accepted() => AcceptsAsync(
        """
        [Router("docker")]
        internal sealed class DockerRouter
        {
            [Query(Permissions.Read)]
            public Done Get(string containerId, string id) => new(containerId + id);

            [Mutation(Permissions.Write, Effect.Change)]
            public Done Rename(string image, string imageName) => new(image + imageName);

            public Done NoProcedure(string container) => new(container);
        }

        public sealed record Done(string Name);
        """);
}
