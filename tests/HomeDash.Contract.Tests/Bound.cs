using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Contract.Tests;

/// <summary>An input as a procedure's own code reads it, and nothing after that.</summary>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="Canonical">It as the procedure writes it again; null when something is wrong.</param>
internal sealed record Bound(IReadOnlyList<InputProblem> Problems, string? Canonical)
{
    private static readonly MethodInfo Reading = typeof(Bound).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!;

    private delegate TInput? Reader<TInput>(BoundProcedure<TInput> procedure, ref Utf8JsonReader reader, ref InputProblems problems)
        where TInput : class;

    private delegate void Checker<TInput>(BoundProcedure<TInput> procedure, TInput input, ref InputProblems problems)
        where TInput : class;

    private delegate void Writer<TInput>(BoundProcedure<TInput> procedure, Utf8JsonWriter writer, TInput input)
        where TInput : class;

    public static Bound To(Procedure procedure, string json)
    {
        var type = procedure.GetType();
        while (!(type!.IsGenericType && type.GetGenericTypeDefinition() == typeof(BoundProcedure<>)))
        {
            type = type.BaseType;
        }

        return (Bound)Reading.MakeGenericMethod(type.GenericTypeArguments).Invoke(null, [procedure, Encoding.UTF8.GetBytes(json)])!;
    }

    private static Bound Read<TInput>(BoundProcedure<TInput> procedure, byte[] json)
        where TInput : class
    {
        var reader = new Utf8JsonReader(json);
        var problems = default(InputProblems);
        var input = Own<TInput, Reader<TInput>>("Read")(procedure, ref reader, ref problems);
        if (problems.Count > 0)
        {
            return new(problems.All, null);
        }

        var again = default(InputProblems);
        Own<TInput, Checker<TInput>>("Validate")(procedure, input!, ref again);
        var canonical = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(canonical))
        {
            Own<TInput, Writer<TInput>>("WriteInput")(procedure, writer, input!);
        }

        return new(again.All, Encoding.UTF8.GetString(canonical.WrittenSpan));
    }

    /// <summary>A step of the procedure that only the pipeline takes.</summary>
    private static TStep Own<TInput, TStep>(string name)
        where TInput : class
        where TStep : Delegate =>
        typeof(BoundProcedure<TInput>).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Instance)!.CreateDelegate<TStep>();
}
