namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0010.</summary>
public sealed class CheckWithTests : RuleTests<CheckWithAnalyzer>
{
    [Theory]
    [InlineData("DeadlineSeconds = {|HD0010:60|}", "may take 60 s: name in CheckWith the query that tells how it is going")]
    [InlineData("DeadlineSeconds = {|HD0010:8.5|}", "may take 8.5 s: name in CheckWith the query that tells how it is going")]
    [InlineData("CheckWith = {|HD0010:\"image.state\"|}", "is to be checked with 'image.state', which is no procedure of this project: name the path of a query")]
    [InlineData("DeadlineSeconds = 60, CheckWith = {|HD0010:\"image.pull\"|}", "is to be checked with 'image.pull', which is not a query: name the path of a query")]
    [InlineData("CheckWith = {|HD0010:\"Image.Get\"|}", "is to be checked with 'Image.Get', which is no procedure of this project: name the path of a query")]
    public Task A_long_mutation_that_cannot_be_checked_is_refused(string arguments, string message) => RefusesAsync(
        Router($"Effect.Change, {arguments}"),
        $"The mutation 'image.pull' {message}");

    [Theory]
    [InlineData("Effect.Change")]
    [InlineData("Effect.Change, DeadlineSeconds = 8")]
    [InlineData("Effect.Change, CheckWith = \"image.get\"")]
    [InlineData("Effect.Change, DeadlineSeconds = 600, CheckWith = \"image.get\"")]
    public Task Short_mutations_and_those_with_a_query_are_accepted(string arguments) => AcceptsAsync(Router(arguments));

    private static string Router(string arguments) =>
        $$"""
        [Router("image")]
        internal sealed class ImageRouter
        {
            [Query(Permissions.Read, DeadlineSeconds = 20)]
            public Done Get() => new();

            [Mutation(Permissions.Write, {{arguments}})]
            public Done Pull() => new();
        }

        public sealed record Done;
        """;
}
