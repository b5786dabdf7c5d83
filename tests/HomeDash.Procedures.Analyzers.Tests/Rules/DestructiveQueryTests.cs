namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0013.</summary>
public sealed class DestructiveQueryTests : RuleTests<DestructiveQueryAnalyzer>
{
    [Theory]
    [InlineData("Query", "Done", "query", "Delete")]
    [InlineData("Query", "Done", "query", "RestartAll")]
    [InlineData("Subscription", "IAsyncEnumerable<Done>", "subscription", "Stop")]
    public Task What_reads_is_not_named_after_a_change(string attribute, string result, string kind, string method) => RefusesAsync(
        $$"""
        [Router("docker")]
        internal sealed class DockerRouter
        {
            [{{attribute}}(Permissions.Read)]
            public {{result}} {|HD0013:{{method}}|}() => throw new InvalidOperationException();
        }

        public sealed record Done(int Count);
        """,
        $"The {kind} 'docker.{char.ToLowerInvariant(method[0])}{method[1..]}' is named after a change, '{method.ToLowerInvariant().Replace("all", "", StringComparison.Ordinal)}': make it a [Mutation], or name it after what it reads");

    [Fact]
    public Task Mutations_and_names_that_only_begin_alike_are_accepted() => AcceptsAsync(
        """
        [Router("docker")]
        internal sealed class DockerRouter
        {
            [Mutation(Permissions.Write, Effect.Destroy)]
            public Done Delete() => throw new InvalidOperationException();

            [Query(Permissions.Read)]
            public Done Settings() => throw new InvalidOperationException();

            [Query(Permissions.Read)]
            public Done ListStopped() => throw new InvalidOperationException();

            public Done Stop() => throw new InvalidOperationException();
        }

        public sealed record Done(int Count);
        """);
}
