using HomeDash.Procedures.Generator.Models;

namespace HomeDash.Procedures.Generator.Emitters;

/// <summary>The writing of values as JSON.</summary>
internal static class WriterEmitter
{
    /// <summary>Emits the writing of an object: its properties in order, absent ones left out.</summary>
    /// <param name="code">Receives it.</param>
    /// <param name="properties">What is written.</param>
    /// <param name="value">The expression of the object.</param>
    public static void Object(CodeWriter code, IEnumerable<PropertyModel> properties, string value)
    {
        code.Line("writer.WriteStartObject();");
        Members(code, properties, value);
        code.Line("writer.WriteEndObject();");
    }

    /// <summary>Emits the writing of what is in an object.</summary>
    /// <param name="code">Receives it.</param>
    /// <param name="properties">What is written.</param>
    /// <param name="value">The expression of the object.</param>
    /// <param name="suffix">Keeps the variables of several objects in one method apart.</param>
    public static void Members(CodeWriter code, IEnumerable<PropertyModel> properties, string value, string suffix = "")
    {
        foreach (var property in properties)
        {
            var member = $"{value}.{property.Name}";
            if (property.Nullable)
            {
                var given = "given" + property.Name.TrimStart('@') + suffix;
                code.Block($"if ({member} is {{ }} {given})", () => Property(code, property, given));
            }
            else
            {
                Property(code, property, member);
            }
        }
    }

    /// <summary>Emits the writing of any value.</summary>
    /// <param name="code">Receives it.</param>
    /// <param name="type">Its type.</param>
    /// <param name="value">Its expression.</param>
    /// <param name="depth">How deep it is in lists and dictionaries; keeps their variables apart.</param>
    public static void Value(CodeWriter code, WireType type, string value, int depth = 1)
    {
        switch (type)
        {
            case ListType list:
                code.Line("writer.WriteStartArray();");
                code.Block($"foreach (var item{depth} in {Items(list, value)})", () => Value(code, list.Element, $"item{depth}", depth + 1));
                code.Line("writer.WriteEndArray();");
                break;
            case MapType map:
                code.Line("writer.WriteStartObject();");
                code.Block($"foreach (var (key{depth}, item{depth}) in {value})", () =>
                {
                    code.Line($"writer.WritePropertyName(key{depth});");
                    Value(code, map.Value, $"item{depth}", depth + 1);
                });
                code.Line("writer.WriteEndObject();");
                break;
            default:
                code.Line(Single(type, value) + ";");
                break;
        }
    }

    private static string Items(ListType list, string value) =>
        list.CSharp.StartsWith("global::System.Collections.Generic.IReadOnlyList<", StringComparison.Ordinal) ? $"{Names.Output}.Items({value})" : value;

    private static void Property(CodeWriter code, PropertyModel property, string value)
    {
        code.Line($"writer.WritePropertyName({Literals.Utf8(property.JsonName)});");
        Value(code, property.Type, value);
    }

    private static string Single(WireType type, string value) => type switch
    {
        RecordType record => $"{record.JsonClass}.Write(writer, {value})",
        EnumType @enum => $"{@enum.JsonClass}.Write(writer, {value})",
        ChoiceType choice => $"{choice.JsonClass}.Write(writer, {value})",
        TargetType => $"{Names.Output}.Target(writer, {value})",
        ScalarType { Kind: ScalarKind.String or ScalarKind.Guid } => $"writer.WriteStringValue({value})",
        ScalarType { Kind: ScalarKind.Boolean } => $"writer.WriteBooleanValue({value})",
        ScalarType { Kind: >= ScalarKind.SByte and <= ScalarKind.Decimal } => $"writer.WriteNumberValue({value})",
        ScalarType scalar => $"{Names.Output}.{scalar.Kind}(writer, {value})",
        _ => throw new InvalidOperationException($"{type.CSharp} is no single value."),
    };
}
