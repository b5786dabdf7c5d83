using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Tests;

/// <summary>A namespace of procedures may be called like anything that the typed caller is made of.</summary>
public sealed class CallerNameTests
{
    [Theory]
    [InlineData("greenhouse", "Greenhouse")]
    [InlineData("greenhouseCaller", "GreenhouseCallerCalls")]
    [InlineData("greenhouseCalls", "GreenhouseCalls")]
    [InlineData("greenhouseProcedures", "GreenhouseProcedures")]
    [InlineData("procedures", "Procedures")]
    [InlineData("calls", "Calls")]
    [InlineData("with", "WithCalls")]
    [InlineData("getType", "GetTypeCalls")]
    public void It_is_emitted_and_compiles(string @namespace, string property)
    {
        var compilation = GeneratorHost.Compile(("Router.cs", $$"""
            namespace Greenhouse;

            /// <summary>Plants.</summary>
            [HomeDash.Procedures.Router("{{@namespace}}")]
            internal sealed class PlantsRouter
            {
                /// <summary>Counts plants.</summary>
                [HomeDash.Procedures.Query("plants.view")]
                public Plants Count() => new(1);
            }

            /// <summary>Beds.</summary>
            [HomeDash.Procedures.Router("beds")]
            internal sealed class BedsRouter
            {
                /// <summary>Counts beds.</summary>
                [HomeDash.Procedures.Query("beds.view")]
                public Plants Count() => new(1);
            }

            /// <summary>How many.</summary>
            public sealed record Plants(int Count);

            internal static class Use
            {
                public static async Task<int> Both(GreenhouseCaller caller) =>
                    (await caller.{{property}}.CountAsync()).Count + (await caller.With(request => request).Beds.CountAsync()).Count;
            }
            """)).WithAssemblyName("Greenhouse");

        GeneratorHost.Driver().RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _, TestContext.Current.CancellationToken);

        Assert.Empty(whole.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed));
    }
}
