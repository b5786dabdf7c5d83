namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0011.</summary>
public sealed class ShapeTests : RuleTests<ShapeAnalyzer>
{
    [Theory]
    [InlineData("internal static class {|HD0011:Sample|}", "'Sample' is a static router: make it a sealed class whose constructor takes what it needs")]
    [InlineData("internal abstract class {|HD0011:Sample|}", "'Sample' is an abstract router: make it a sealed class")]
    [InlineData("internal sealed class {|HD0011:Sample|}<T>", "'Sample<T>' is a generic router: remove its type parameters")]
    [InlineData("internal class {|HD0011:Sample|}", "'Sample' is a router that others can derive from: make it sealed")]
    [InlineData("file sealed class {|HD0011:Sample|}", "'Sample' is a router that generated code cannot reach: make it, and the classes around it, internal")]
    public Task A_router_that_cannot_be_made_is_refused(string declaration, string message) => RefusesAsync(
        $"""
        [Router("sample")]
        {declaration};
        """,
        message);

    [Fact]
    public Task A_private_router_is_refused() => RefusesAsync(
        """
        internal static class Outer
        {
            [Router("sample")]
            private sealed class {|HD0011:Sample|};
        }
        """,
        "'Outer.Sample' is a router that generated code cannot reach: make it, and the classes around it, internal");

    [Theory]
    [InlineData("public static Done {|HD0011:Get|}() => new();", "'Get' is a static procedure: remove 'static', the router is made for each call")]
    [InlineData("public Done {|HD0011:Get|}<T>() => new();", "'Get' is a generic procedure: remove its type parameters")]
    [InlineData("private Done {|HD0011:Get|}() => new();", "'Get' is a procedure that generated code cannot reach: make it public or internal")]
    [InlineData("private Done held = new(); [Query(Permissions.Read)] public ref Done {|HD0011:Get|}() => ref held;", "'Get' is a procedure that returns by reference: return the value")]
    [InlineData("[Mutation(Permissions.Write, Effect.Change)] public Done {|HD0011:Get|}() => new();", "'Get' is declared as two kinds of procedure: keep one of [Query], [Mutation] and [Subscription]")]
    [InlineData("public Done Get(ref int {|HD0011:size|}) => new();", "'size' is passed by reference: take the value")]
    [InlineData("public Done Get(in int {|HD0011:size|}) => new();", "'size' is passed by reference: take the value")]
    [InlineData("public Done Get(out int {|HD0011:size|}) { size = 1; return new(); }", "'size' is an out parameter: return it as a property of the result")]
    [InlineData("public Done Get(params string[] {|HD0011:names|}) => new();", "'names' is a params parameter: take a list")]
    public Task A_procedure_that_cannot_be_called_is_refused(string method, string message) => RefusesAsync(
        $$"""
        [Router("sample")]
        internal sealed class SampleRouter
        {
            {{(method.StartsWith("private Done held", StringComparison.Ordinal) ? "" : "[Query(Permissions.Read)]")}}
            {{method}}
        }

        public sealed record Done;
        """,
        message);

    [Fact]
    public Task An_abstract_procedure_is_refused() => RefusesAsync(
        """
        [Router("sample")]
        internal abstract class {|HD0011:SampleRouter|}
        {
            [Query(Permissions.Read)]
            public abstract Done {|HD0011:Get|}();
        }

        public sealed record Done;
        """,
        "'SampleRouter' is an abstract router: make it a sealed class",
        "'Get' is an abstract procedure: give it a body");

    [Fact]
    public Task A_procedure_outside_of_a_router_is_refused_also_when_a_router_inherits_it() => RefusesAsync(
        """
        internal abstract class Common
        {
            [Query(Permissions.Read)]
            public Done {|HD0011:Get|}() => new();
        }

        [Router("sample")]
        internal sealed class SampleRouter : Common;

        public sealed record Done;
        """,
        "'Get' is a procedure outside of a router: mark 'Common' with [Router(\"namespace\")]");

    [Fact]
    public Task Sealed_routers_with_plain_methods_are_accepted() => AcceptsAsync(
        """
        [Router("sample")]
        internal sealed partial class SampleRouter(TimeProvider clock)
        {
            [Query(Permissions.Read)]
            public Task<Done> Get(IReadOnlyList<string> names, int size = 5, CancellationToken cancellationToken = default) => Done<int>(ref size);

            [Query(Permissions.Read)]
            internal Done Now() => new(clock.GetUtcNow());

            private static Task<Done> Done<T>(ref int size) => throw new InvalidOperationException();
        }

        public static class Outer
        {
            [Router("nested")]
            internal sealed class NestedRouter;
        }

        public sealed record Done(DateTimeOffset At);
        """);
}
