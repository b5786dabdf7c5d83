using System.Text;

namespace HomeDash.Benchmarks;

/// <summary>Source text with 1,000 procedures: fifty routers of twenty, each with five parameters and results of their own.</summary>
internal static class GeneratorSubject
{
    public const int Procedures = Routers * PerRouter;
    private const int Routers = 50;
    private const int PerRouter = 20;

    public static IEnumerable<(string Name, string Code)> Files() => Enumerable.Range(0, Routers).Select(number => ($"Shelf{number}.cs", Router(number)));

    private static string Router(int number)
    {
        var code = new StringBuilder($$"""
            using System;
            using System.Collections.Generic;
            using System.ComponentModel.DataAnnotations;
            using System.Threading;
            using System.Threading.Tasks;
            using HomeDash.Procedures;

            namespace Subject;

            /// <summary>What shelves ask for.</summary>
            [PermissionSet]
            public static class Shelf{{number}}Permissions
            {
                /// <summary>See shelf {{number}}.</summary>
                public const string View = "shelf{{number}}.view";
            }

            /// <summary>A thing on a shelf.</summary>
            /// <param name="Name">What it is called.</param>
            /// <param name="Weight">Its weight in grams.</param>
            /// <param name="Since">Since when it is there.</param>
            /// <param name="Labels">Words about it.</param>
            /// <param name="Note">A remark.</param>
            public sealed record Thing{{number}}(string Name, int Weight, DateTimeOffset Since, IReadOnlyList<string> Labels, string? Note = null);

            /// <summary>Things on a shelf.</summary>
            [Router("shelf{{number}}")]
            internal sealed class Shelf{{number}}Router
            {

            """);
        for (var procedure = 0; procedure < PerRouter; procedure++)
        {
            code.Append($$"""
                    /// <summary>Finds things on the shelf in way {{procedure}}.</summary>
                    /// <param name="name">A part of the name.</param>
                    /// <param name="labels">Words that it has.</param>
                    /// <param name="since">Not older than this.</param>
                    /// <param name="limit">How many at most.</param>
                    /// <param name="heavy">Only what is heavy.</param>
                    /// <param name="cancellationToken">Ends it.</param>
                    [Query(Shelf{{number}}Permissions.View)]
                    public Task<Page<Thing{{number}}>> Find{{procedure}}(
                        [StringLength(64, MinimumLength = 1)] string name,
                        [MaxLength(10)] IReadOnlyList<string>? labels = null,
                        DateTimeOffset? since = null,
                        [Range(1, 100)] int limit = 25,
                        bool heavy = false,
                        CancellationToken cancellationToken = default) => throw new NotSupportedException();

                """);
        }

        return code.Append('}').ToString();
    }
}
