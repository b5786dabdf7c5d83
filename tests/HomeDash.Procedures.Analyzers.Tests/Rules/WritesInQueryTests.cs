namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0008.</summary>
public sealed class WritesInQueryTests : RuleTests<WritesInQueryAnalyzer>
{
    private const string Engine = """
        public interface IEngine
        {
            Task<Done> ReadAsync(string id);

            [Writes]
            Task<Done> StopAsync(string id);

            [Writes]
            Task<T> RunAsync<T>(T command);
        }

        public class Engine : IEngine
        {
            public Task<Done> ReadAsync(string id) => Task.FromResult(new Done());

            public Task<Done> StopAsync(string id) => Task.FromResult(new Done());

            public Task<T> RunAsync<T>(T command) => Task.FromResult(command);

            [Writes]
            public virtual void Prune() { }
        }

        public sealed class QuietEngine : Engine
        {
            public override void Prune() { }
        }

        public sealed record Done;


        """;

    [Theory]
    [InlineData("{|HD0008:engine.StopAsync(\"x\")|}", "IEngine.StopAsync")]
    [InlineData("{|HD0008:engine.RunAsync(new Done())|}", "IEngine.RunAsync")]
    [InlineData("{|HD0008:concrete.StopAsync(\"x\")|}", "Engine.StopAsync")]
    [InlineData("Task.FromResult(new[] { \"x\" }.Select(id => {|HD0008:engine.StopAsync(id)|}).First().Result)", "IEngine.StopAsync")]
    [InlineData("new[] { \"x\" }.Select({|HD0008:engine.StopAsync|}).First()", "IEngine.StopAsync")]
    public Task A_write_in_a_query_is_refused(string body, string member) => RefusesAsync(
        Engine + $$"""
        [Router("docker")]
        internal sealed class DockerRouter(IEngine engine, Engine concrete)
        {
            [Query(Permissions.Read)]
            public Task<Done> Get() => {{body}};

            public object Unused => (engine, concrete);
        }
        """,
        $"'{member}' is marked [Writes] and the query 'docker.get' calls it: make it a [Mutation], or call something that only reads");

    [Fact]
    public Task An_override_and_a_local_function_are_seen_through() => RefusesAsync(
        Engine + """
        [Router("docker")]
        internal sealed class DockerRouter(QuietEngine engine)
        {
            [Query(Permissions.Read)]
            public Done Get()
            {
                Clean();
                return new();

                void Clean() => {|HD0008:engine.Prune()|};
            }
        }
        """,
        "'QuietEngine.Prune' is marked [Writes] and the query 'docker.get' calls it: make it a [Mutation], or call something that only reads");

    [Fact]
    public Task A_write_in_another_method_of_the_router_is_refused_with_the_way_to_it() => RefusesAsync(
        Engine + """
        [Router("docker")]
        internal sealed partial class DockerRouter(IEngine engine)
        {
            [Subscription(Permissions.Read)]
            public async IAsyncEnumerable<Done> Follow()
            {
                yield return await {|HD0008:First()|};
            }

            private Task<Done> First() => Second<int>();
        }

        internal sealed partial class DockerRouter
        {
            private async Task<Done> Second<T>()
            {
                await First();
                return await engine.StopAsync("x");
            }
        }
        """,
        "'IEngine.StopAsync' is marked [Writes] and the subscription 'docker.follow' calls it by way of 'First', 'Second': make it a [Mutation], or call something that only reads");

    [Fact]
    public Task A_write_in_another_class_is_refused_with_the_way_to_it() => RefusesAsync(
        Engine + """
        internal interface IActions
        {
            Task<Done> CleanAsync();
        }

        internal sealed class Actions(IEngine engine) : IActions
        {
            public Task<Done> CleanAsync() => new Broom(engine).Swept;
        }

        internal sealed class Broom(IEngine engine)
        {
            public Task<Done> Swept => Task.Run(() => engine.StopAsync("x"));
        }

        [Router("docker")]
        internal sealed class DockerRouter(IActions actions, Broom broom)
        {
            [Query(Permissions.Read)]
            public Task<Done> Get() => {|HD0008:actions.CleanAsync()|};

            [Query(Permissions.Read)]
            public Task<Done> Look() => {|HD0008:broom.Swept|};
        }
        """,
        "'IEngine.StopAsync' is marked [Writes] and the query 'docker.get' calls it by way of 'Actions.CleanAsync', 'Broom.Swept': make it a [Mutation], or call something that only reads",
        "'IEngine.StopAsync' is marked [Writes] and the query 'docker.look' calls it by way of 'Broom.Swept': make it a [Mutation], or call something that only reads");

    [Fact]
    public Task An_interface_that_several_classes_implement_is_where_the_mark_belongs() => AcceptsAsync(
        Engine + """
        internal interface IActions
        {
            Task<Done> CleanAsync();
        }

        internal sealed class Actions(IEngine engine) : IActions
        {
            public Task<Done> CleanAsync() => engine.StopAsync("x");
        }

        internal sealed class Quiet : IActions
        {
            public Task<Done> CleanAsync() => Task.FromResult(new Done());
        }

        [Router("docker")]
        internal sealed class DockerRouter(IActions actions)
        {
            [Query(Permissions.Read)]
            public Task<Done> Get() => actions.CleanAsync();
        }
        """);

    [Fact]
    public Task A_partial_method_is_followed_to_its_body() => RefusesAsync(
        Engine + """
        [Router("docker")]
        internal sealed partial class DockerRouter(IEngine engine)
        {
            [Query(Permissions.Read)]
            public partial Task<Done> Get();

            public partial Task<Done> Get() => {|HD0008:engine.StopAsync("x")|};
        }
        """,
        "'IEngine.StopAsync' is marked [Writes] and the query 'docker.get' calls it: make it a [Mutation], or call something that only reads");

    [Fact]
    public Task Reads_in_queries_and_writes_in_mutations_are_accepted() => AcceptsAsync(
        Engine + """
        [Router("docker")]
        internal sealed class DockerRouter(IEngine engine)
        {
            [Query(Permissions.Read)]
            public Task<Done> Get() => engine.ReadAsync(nameof(engine.StopAsync));

            [Mutation(Permissions.Write, Effect.Change)]
            public Task<Done> Stop() => Apply();

            private Task<Done> Apply() => engine.StopAsync("x");
        }

        internal sealed class NoRouter(IEngine engine)
        {
            public Task<Done> Stop() => engine.StopAsync("x");
        }
        """);
}
