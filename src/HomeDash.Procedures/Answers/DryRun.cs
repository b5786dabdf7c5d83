using System.Runtime.InteropServices;
using System.Text.Json;

namespace HomeDash.Procedures;

/// <summary>The wish to be told what a change would do, instead of the change.</summary>
public static class DryRun
{
    /// <summary>The argument that asks for it, beside the procedure's own.</summary>
    public const string Parameter = "dryRun";

    /// <summary>Whether a procedure can be asked: any mutation, unless the name is one of its own arguments.</summary>
    public static bool IsOfferedBy(ProcedureDefinition definition) =>
        definition.Kind == ProcedureKind.Mutation && !definition.Parameters.Any(parameter => parameter.Name == Parameter);

    /// <summary>Reads the argument, by the rules of every argument (docs/binding.md).</summary>
    /// <param name="given">True or false; <c>null</c> for false.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static bool Read(JsonElement given, ref InputProblems problems)
    {
        if (given.ValueKind == JsonValueKind.Null)
        {
            return false;
        }

        var before = problems.Count;
        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(given));
        reader.Read();
        var wanted = JsonInput.Boolean(ref reader, ref problems);
        problems.Within(before, Parameter);
        return wanted;
    }
}
