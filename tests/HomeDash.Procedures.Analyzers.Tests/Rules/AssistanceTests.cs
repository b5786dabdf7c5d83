namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0022.</summary>
public sealed class AssistanceTests : RuleTests<AssistanceAnalyzer>
{
    [Theory]
    [InlineData("public string {|HD0022:Ask|}(string about) => about;", "is a prompt that returns something else: return a PromptScript")]
    [InlineData("public PromptScript {|HD0022:Ask|}(IReadOnlyList<string> about) => new([]);", "is a prompt whose argument 'about' is no single text, number or target: take one, or several arguments")]
    [InlineData("public PromptScript {|HD0022:Ask|}(Thing thing) => new([]);", "is a prompt whose argument 'thing' is no single text, number or target: take one, or several arguments")]
    public Task A_prompt_that_nobody_can_fill_in_is_refused(string method, string fault) => RefusesAsync(Router($"[Prompt(Permissions.Read)] {method}"), $"'shelf.ask' {fault}");

    [Theory]
    [InlineData("ThingRef", "public PromptScript {|HD0022:Names|}(string text) => new([]);", "completes names and returns something else: return TargetNames")]
    [InlineData("ThingRef", "public TargetNames {|HD0022:Names|}() => new([], 0);", "completes names and needs one argument to do so: take the string 'text', which was typed until then")]
    [InlineData("ThingRef", "public TargetNames {|HD0022:Names|}(string typed) => new([], 0);", "completes names and needs one argument to do so: take the string 'text', which was typed until then")]
    [InlineData("Thing", "public TargetNames {|HD0022:Names|}(string text) => new([], 0);", "completes names of what is no target: name a type that implements ITarget<T>")]
    public Task A_completion_that_cannot_complete_is_refused(string target, string method, string fault) =>
        RefusesAsync(Router($"[Completes(Permissions.Read, typeof({target}))] {method}"), $"'shelf.names' {fault}");

    [Fact]
    public Task Two_completions_of_one_target_are_refused() => RefusesAsync(
        Router("""
            [Completes(Permissions.Read, typeof(ThingRef))] public TargetNames {|HD0022:Names|}(string text) => new([], 0);
            [Completes(Permissions.Read, typeof(ThingRef))] public TargetNames {|HD0022:Others|}(string text) => new([], 0);
            """),
        "'shelf.names' completes the same names as 'shelf.others': keep one of them",
        "'shelf.others' completes the same names as 'shelf.names': keep one of them");

    [Theory]
    [InlineData("[Prompt(Permissions.Read)] public PromptScript Ask(ThingRef thing, int count = 1, string? about = null) => new([]);")]
    [InlineData("[Prompt(Permissions.Read)] public Task<PromptScript> Ask(ProcedureContext context, CancellationToken cancellationToken) => throw new();")]
    [InlineData("[Completes(Permissions.Read, typeof(ThingRef))] public ValueTask<TargetNames> Names(string text, ProcedureContext context) => throw new();")]
    public Task Those_that_can_be_used_are_accepted(string method) => AcceptsAsync(Router(method));

    private static string Router(string method) =>
        $$"""
        public sealed record ThingRef(string Given, ResolvedTarget? Resolved = null) : ITarget<ThingRef>
        {
            public static string Noun => "thing";

            public static ThingRef FromText(string given) => new(given);
        }

        public sealed record Thing(string Name);

        [Router("shelf")]
        internal sealed class ShelfRouter
        {
            {{method}}
        }
        """;
}
