namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0007.</summary>
public sealed class PermissionTests : RuleTests<PermissionAnalyzer>
{
    private const string Elsewhere = """
        public static class Elsewhere
        {
            public const string Read = "docker.read";
        }

        [PermissionSet]
        public class NotStatic
        {
            public const string Read = "docker.read";
        }

        public sealed record Done;


        """;

    [Theory]
    [InlineData("\"docker.read\"")]
    [InlineData("Elsewhere.Read")]
    [InlineData("NotStatic.Read")]
    [InlineData("Own")]
    [InlineData("Permissions.Read + \".all\"")]
    [InlineData("nameof(Permissions.Read)")]
    public Task A_permission_that_is_not_declared_is_refused(string permission) => RefusesAsync(
        Elsewhere + $$"""
        [Router("docker")]
        internal sealed class DockerRouter
        {
            private const string Own = "docker.read";

            [Query({|HD0007:{{permission}}|})]
            public Done Get() => new();
        }
        """,
        $"The permission {permission} is not declared: name a const string of a static class marked [PermissionSet]");

    [Fact]
    public Task Mutations_and_subscriptions_are_looked_at_too() => RefusesAsync(
        Elsewhere + """
        [Router("docker")]
        internal sealed class DockerRouter
        {
            [Mutation({|HD0007:"docker.write"|}, Effect.Change, Idempotent = true)]
            public Done Update() => new();

            [Subscription(permission: {|HD0007:"docker.read"|})]
            public IAsyncEnumerable<Done> Follow() => throw new InvalidOperationException();
        }
        """,
        "The permission \"docker.write\" is not declared: name a const string of a static class marked [PermissionSet]",
        "The permission \"docker.read\" is not declared: name a const string of a static class marked [PermissionSet]");

    [Fact]
    public Task Permissions_of_a_set_are_accepted_however_they_are_written() => AcceptsAsync(
        """
        using static Permissions;

        [Router("docker")]
        internal sealed class DockerRouter
        {
            [PermissionSet]
            internal static class Inner
            {
                internal const string Use = "docker.use";
            }

            [Query(Permissions.Read)]
            public Done Get() => new();

            [Query((Read))]
            public Done More() => new();

            [Mutation(effect: Effect.Change, permission: Inner.Use)]
            public Done Update() => new();

            [Obsolete("Not a procedure.")]
            public void NoProcedure() { }
        }

        public sealed record Done;
        """);

    [Fact]
    public Task Permissions_of_another_assembly_are_accepted() => AcceptsAsync(
        """
        [Router("docker")]
        internal sealed class DockerRouter
        {
            [Query(Permissions.Read)]
            public Done Get() => new();
        }
        """,
        library: "public sealed record Done;");
}
