namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0019.</summary>
public sealed class ClearTests : RuleTests<ClearAnalyzer>
{
    [Fact]
    public Task A_field_that_cannot_be_emptied_is_refused() => RefusesAsync(
        """
        public enum AppField { Name, {|HD0019:Size|}, {|HD0019:Gone|}, {|HD0019:Icon|}, Link }

        [Router("app")]
        internal sealed class AppRouter
        {
            [Mutation(Permissions.Write, Effect.Change)]
            public Done Update(string id, int size, string? icon = "none", string? name = null, Uri? link = null, IReadOnlyList<AppField>? clear = null) =>
                throw new InvalidOperationException();
        }

        public sealed record Done(int Count);
        """,
        "'Size' of 'AppField' names nothing that 'clear' can empty in 'app.update': make 'size' optional, with null as its default",
        "'Gone' of 'AppField' names nothing that 'clear' can empty in 'app.update': remove it, or name it after an optional value",
        "'Icon' of 'AppField' names nothing that 'clear' can empty in 'app.update': make 'icon' optional, with null as its default");

    [Fact]
    public Task The_same_holds_within_a_record() => RefusesAsync(
        """
        public enum AppField { Name, {|HD0019:Size|} }

        public sealed record Change(string? Name, int Size, List<AppField>? Clear);

        [Router("app")]
        internal sealed class AppRouter
        {
            [Mutation(Permissions.Write, Effect.Change)]
            public Done Update(IReadOnlyList<Change> changes) => throw new InvalidOperationException();
        }

        public sealed record Done(int Count, IReadOnlyList<string> Clear);
        """,
        "'Size' of 'AppField' names nothing that 'clear' can empty in 'Change': make 'Size' optional, with null as its default");

    [Fact]
    public Task Fields_that_can_be_emptied_and_other_lists_are_accepted() => AcceptsAsync(
        """
        public enum AppField { Name, Size }

        [Router("app")]
        internal sealed class AppRouter
        {
            [Mutation(Permissions.Write, Effect.Change)]
            public Done Update(string id, string? name = null, int? size = null, AppField[]? clear = null) => throw new InvalidOperationException();

            [Query(Permissions.Read)]
            public Done List(IReadOnlyList<AppField> fields, IReadOnlyList<string>? clear = null) => throw new InvalidOperationException();
        }

        public sealed record Done(int Count);
        """);
}
