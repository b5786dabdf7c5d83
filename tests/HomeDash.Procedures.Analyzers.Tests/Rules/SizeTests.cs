namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0018.</summary>
public sealed class SizeTests : RuleTests<SizeAnalyzer>
{
    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    public Task An_input_has_at_most_64_parameters(int count)
    {
        var code = $$"""
            [Router("sample")]
            internal sealed class SampleRouter
            {
                [Query(Permissions.Read)]
                public Done {{(count > 64 ? "{|HD0018:Get|}" : "Get")}}({{Many(count)}}, CancellationToken cancellationToken) => throw new InvalidOperationException();
            }

            public sealed record Done(int Count);
            """;
        return count > 64
            ? RefusesAsync(code, "'sample.get' has 65 parameters where the reader takes 64: put those that belong together into a record of their own")
            : AcceptsAsync(code);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    public Task A_record_has_at_most_64_properties(int count)
    {
        var code = $$"""
            public sealed record {{(count > 64 ? "{|HD0018:Done|}" : "Done")}}({{Many(count)}});

            [Router("sample")]
            internal sealed class SampleRouter
            {
                [Query(Permissions.Read)]
                public Done Get() => throw new InvalidOperationException();

                [Query(Permissions.Read)]
                public Page<Done> List() => throw new InvalidOperationException();
            }
            """;
        return count > 64
            ? RefusesAsync(code, "'Done' has 65 properties where the reader takes 64: put those that belong together into a record of their own")
            : AcceptsAsync(code);
    }

    private static string Many(int count) => string.Join(", ", Enumerable.Range(1, count).Select(number => $"int P{number}"));
}
