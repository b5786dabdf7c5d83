using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Components.Tests.Api.TryIt;

/// <summary>Procedures as no room of the house has them.</summary>
internal sealed class OddSource : IProcedureSource
{
    public event Action? Changed
    {
        add { }
        remove { }
    }

    public IReadOnlyList<PermissionDefinition> Permissions => [];

    public IReadOnlyList<Procedure> Procedures { get; } =
    [
        new RawProcedure(
            Define("odd.mix", """{"type":"object","properties":{"sizes":{"type":"array","description":"Even numbers.","items":{"type":"integer"}}},"additionalProperties":false}"""),
            (_, input, _, _) => new(Even(input))),
        new RawProcedure(
            Define("odd.ask", """{"type":"object","properties":{},"additionalProperties":false}"""),
            (_, _, context, _) => new(JsonSerializer.SerializeToUtf8Bytes(new { drink = context.Ask(new("drink", "What would you like?", QuestionKind.Choice, ["tea", "coffee"])) }))),
    ];

    private static ProcedureDefinition Define(string path, string schema) => new()
    {
        Path = path, Title = "Do odd things", Description = "Does odd things.", Kind = ProcedureKind.Mutation, Effect = Effect.Change, Permission = "odd.use", InputSchema = schema,
    };

    private static ReadOnlyMemory<byte> Even(ReadOnlyMemory<byte> input)
    {
        var sizes = JsonElement.Parse(input.Span).GetProperty("sizes").EnumerateArray().Select(size => size.GetInt32()).ToList();
        return sizes.FindIndex(int.IsOddInteger) is >= 0 and var index ? throw ProcedureErrors.InvalidInput($"sizes[{index}]", "Is odd.") : "{}"u8.ToArray();
    }
}
