namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0009.</summary>
public sealed class SecretPageTests : RuleTests<SecretPageAnalyzer>
{
    [Theory]
    [InlineData("Done", "Secret token", "parameter 'token'")]
    [InlineData("Done", "Secret? token = null", "parameter 'token'")]
    [InlineData("Done", "IReadOnlyList<Secret> tokens", "parameter 'tokens'")]
    [InlineData("Task<NewKey>", "", "property 'Token' of record 'NewKey'")]
    [InlineData("Page<IReadOnlyDictionary<string, NewKey>>", "", "property 'Token' of record 'NewKey'")]
    public Task A_secret_without_a_page_is_refused(string result, string parameters, string where) => RefusesAsync(
        $$"""
        public sealed record Done;

        public sealed record NewKey(string Id, Secret Token);

        [Router("apiKeys")]
        internal sealed class ApiKeysRouter
        {
            [Mutation(Permissions.Write, Effect.Create)]
            public {{result}} {|HD0009:Create|}({{parameters}}) => throw new InvalidOperationException();
        }
        """,
        $"'apiKeys.create' carries a Secret in {where}, which keeps it off MCP: say where a person does it, for example Page = \"/tools/api\"");

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("tools/api")]
    public Task A_page_that_is_no_address_is_refused(string page) => RefusesAsync(
        $$"""
        public sealed record NewKey(Secret Token);

        [Router("apiKeys")]
        internal sealed class ApiKeysRouter
        {
            [Query(Permissions.Read, Page = "{{page}}")]
            public NewKey {|HD0009:Show|}() => throw new InvalidOperationException();
        }
        """,
        "'apiKeys.show' carries a Secret in property 'Token' of record 'NewKey', which keeps it off MCP: say where a person does it, for example Page = \"/tools/api\"");

    [Fact]
    public Task A_secret_with_a_page_and_procedures_without_secrets_are_accepted() => AcceptsAsync(
        """
        public sealed record Key(string Id);

        public sealed record NewKey(Key Key, Secret Token);

        [Router("apiKeys")]
        internal sealed class ApiKeysRouter
        {
            [Mutation(Permissions.Write, Effect.Create, Page = "/tools/api")]
            public NewKey Create() => throw new InvalidOperationException();

            [Query(Permissions.Read)]
            public Page<Key> List() => throw new InvalidOperationException();

            public Secret NoProcedure() => new("");
        }
        """);
}
