namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0005.</summary>
public sealed class NameTests : RuleTests<NameAnalyzer>
{
    [Theory]
    [InlineData("Docker")]
    [InlineData("dns-hole")]
    [InlineData("dns_hole")]
    [InlineData("docker.image")]
    [InlineData("2fa")]
    [InlineData("küche")]
    [InlineData("")]
    public Task A_namespace_of_the_wrong_shape_is_refused(string name) => RefusesAsync(
        $$"""
        [Router({|HD0005:"{{name}}"|})]
        internal sealed class SampleRouter;
        """,
        $"The name '{name}' is no namespace: use letters and digits in camelCase, for example 'apiKeys'");

    [Fact]
    public Task A_tool_name_that_is_too_long_is_refused() => RefusesAsync(
        $$"""
        [Router("docker")]
        internal sealed class DockerRouter
        {
            [Query(Permissions.Read)]
            public Done {|HD0005:{{new string('A', 48)}}|}() => new();

            [Query(Permissions.Read)]
            public Done {{new string('B', 47)}}() => new();
        }

        public sealed record Done;
        """,
        $"The name 'docker_{new string('a', 48)}' has 55 characters where MCP clients take 54: shorten the method's name");

    [Fact]
    public Task An_Async_suffix_is_refused() => RefusesAsync(
        """
        [Router("docker")]
        internal sealed class DockerRouter
        {
            [Query(Permissions.Read)]
            public Task<Done> {|HD0005:ListAsync|}() => throw new InvalidOperationException();

            public Task<Done> NoProcedureAsync() => throw new InvalidOperationException();
        }

        public sealed record Done;
        """,
        "The name 'ListAsync' ends with 'Async', which would be part of the tool's name: call the method 'List'");

    [Fact]
    public Task Letters_that_clients_do_not_know_and_underscores_are_refused() => RefusesAsync(
        """
        [Router("docker")]
        internal sealed class DockerRouter
        {
            [Query(Permissions.Read)]
            public Done {|HD0005:Größe|}() => new();

            [Query(Permissions.Read)]
            public Done {|HD0005:Get_size|}() => new();
        }

        public sealed record Done;
        """,
        "The name 'Größe' has characters other than a-z, A-Z and 0-9: rename the method",
        "The name 'Get_size' has characters other than a-z, A-Z and 0-9: rename the method");

    [Fact]
    public Task CamelCase_namespaces_and_plain_verbs_are_accepted() => AcceptsAsync(
        """
        [Router("dnsHole2")]
        internal sealed class DnsHoleRouter
        {
            [Query(Permissions.Read)]
            public Done Disable() => new();

            [Query(Permissions.Read)]
            public Done Async() => new();
        }

        public sealed record Done;
        """);
}
