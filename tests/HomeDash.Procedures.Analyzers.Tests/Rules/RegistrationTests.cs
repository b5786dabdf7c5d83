namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0020.</summary>
public sealed class RegistrationTests : RuleTests<RegistrationAnalyzer>
{
    private const string Kinds = """
        public interface IKind;

        public abstract class KindBase : IKind;

        public sealed class Docker : IKind;

        public sealed class PiHole : KindBase;

        public static class Outer
        {
            private sealed class Hidden : KindBase;

            public static IKind Make() => new Hidden();
        }

        public static class Registry
        {
            public static void Add<T>() { }

            public static void Add(object value) { }
        }


        """;

    [Fact]
    public Task An_implementation_that_is_not_named_is_reported() => RefusesAsync(
        Kinds + """
        public static class Services
        {
            [RegistersEvery(typeof(IKind))]
            public static void {|HD0020:AddKinds|}()
            {
                Registry.Add<Docker>();
                Registry.Add<PiHole>();
            }
        }
        """,
        "'AddKinds' registers every IKind, and leaves out Hidden");

    [Fact]
    public Task A_base_class_can_be_asked_for() => RefusesAsync(
        Kinds + """
        public static class Services
        {
            [RegistersEvery(typeof(KindBase))]
            public static IKind {|HD0020:AddKinds|}() => Outer.Make();

            public static void AddOthers() { }
        }
        """,
        "'AddKinds' registers every KindBase, and leaves out PiHole, Hidden");

    [Fact]
    public Task Naming_each_one_in_any_way_is_accepted() => AcceptsAsync(
        """
        public interface IKind;

        public sealed class Docker : IKind;

        public sealed class PiHole : IKind;

        public sealed class AdGuard : IKind;

        public sealed class Other;

        public static class Services
        {
            [RegistersEvery(typeof(IKind))]
            public static object[] AddKinds() => [new Docker(), typeof(PiHole), Make<AdGuard>()];

            private static T Make<T>() where T : new() => new();
        }
        """);
}
