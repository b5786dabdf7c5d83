namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0004.</summary>
public sealed class UniquePathTests : RuleTests<UniquePathAnalyzer>
{
    [Fact]
    public Task Two_routers_with_the_same_path_are_refused() => RefusesAsync(
        """
        [Router("docker")]
        internal sealed class DockerRouter
        {
            [Query(Permissions.Read)]
            public Done {|HD0004:List|}() => new();
        }

        internal static class Outer
        {
            [Router("docker")]
            internal sealed class PodmanRouter
            {
                [Query(Permissions.Read)]
                public Done {|HD0004:List|}() => new();
            }
        }

        public sealed record Done;
        """,
        "'DockerRouter.List()' and 'Outer.PodmanRouter.List()' both become 'docker.list': rename one of them",
        "'Outer.PodmanRouter.List()' and 'DockerRouter.List()' both become 'docker.list': rename one of them");

    [Fact]
    public Task Overloads_and_names_that_differ_in_their_first_letter_are_refused() => RefusesAsync(
        """
        [Router("docker")]
        internal sealed partial class DockerRouter
        {
            [Query(Permissions.Read)]
            public Done {|HD0004:Get|}(string name) => new();
        }

        internal sealed partial class DockerRouter
        {
            [Query(Permissions.Read)]
            public Done {|HD0004:get|}(string name, int size) => new();
        }

        public sealed record Done;
        """,
        "'DockerRouter.Get(string)' and 'DockerRouter.get(string, int)' both become 'docker.get': rename one of them",
        "'DockerRouter.get(string, int)' and 'DockerRouter.Get(string)' both become 'docker.get': rename one of them");

    [Fact]
    public Task Different_paths_are_accepted() => AcceptsAsync(
        """
        [Router("docker")]
        internal sealed class DockerRouter
        {
            [Query(Permissions.Read)]
            public Done List() => new();

            [Query(Permissions.Read)]
            public Done LIst() => new();

            public Done List(string noProcedure) => new();
        }

        [Router("dockerImages")]
        internal sealed class ImageRouter
        {
            [Query(Permissions.Read)]
            public Done List() => new();
        }

        public sealed record Done;
        """);
}
