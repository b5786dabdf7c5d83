using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using FsCheck.Fluent;
using HomeDash.Procedures;

namespace HomeDash.Contract.Tests;

/// <summary>Results as a procedure's own code writes them.</summary>
internal static class Written
{
    /// <summary>Makes a few results and writes them as JSON.</summary>
    public static IReadOnlyList<string> Results(Procedure procedure, int count)
    {
        var type = procedure.GetType();
        while (!(type!.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Procedure<,>) || type.GetGenericTypeDefinition() == typeof(SubscriptionProcedure<,>))))
        {
            type = type.BaseType;
        }

        var write = type.GetMethod("Write", BindingFlags.NonPublic | BindingFlags.Instance)!;
        return [.. Gen.Sample(ResultValues.Of(type.GenericTypeArguments[1]), count).Select(value => Json(writer => write.Invoke(procedure, [writer, value])))];
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(json.WrittenSpan);
    }
}
