using HomeDash.Procedures.Generator.Models;

namespace HomeDash.Procedures.Generator.Emitters;

/// <summary>The file of a record, a choice or an enum: the class that writes it, and reads it when an input holds it.</summary>
internal static class TypeFile
{
    public static string Of(TypeFileModel model)
    {
        var code = CodeWriter.File(model.Assembly.Generated).Line()
            .Line($"/// <summary>Writes {Xml.Escaped(model.Type.CSharp.Replace("global::", ""))} as JSON{(model.IsInput ? ", and reads it" : "")}.</summary>");
        code.Block($"internal static class {model.JsonClass}", () =>
        {
            switch (model.Type)
            {
                case EnumType @enum:
                    Enum(code, @enum, model.IsInput);
                    break;
                case ChoiceType choice:
                    Choice(code, choice);
                    break;
                case RecordType record:
                    Record(code, record, model.IsInput);
                    break;
            }
        });
        return code.ToString();
    }

    private static void Enum(CodeWriter code, EnumType type, bool isInput)
    {
        if (type.IsFlags)
        {
            Flags(code, type, isInput);
            return;
        }

        if (isInput)
        {
            code.Line($"private static readonly {Names.Room}JsonEnum Names = new({string.Join(", ", type.Members.Select(member => Literals.CSharp(member.WireName)))});").Line();
            code.Block($"public static {type.CSharp} Read({Names.ReadParameters}) => Names.Read(ref reader, ref problems) switch", () =>
            {
                for (var index = 0; index < type.Members.Count; index++)
                {
                    code.Line($"{index} => {type.CSharp}.{type.Members[index].Name},");
                }

                code.Line("_ => default,");
            }, "};").Line();
        }

        code.Line($"public static void Write({Names.Writer} writer, {type.CSharp} value) => writer.WriteStringValue(Name(value));").Line();
        code.Block($"public static string Name({type.CSharp} value) => value switch", () =>
        {
            foreach (var member in type.Members)
            {
                code.Line($"{type.CSharp}.{member.Name} => {Literals.CSharp(member.WireName)},");
            }

            code.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(value), value, \"No member of the enum has this value.\"),");
        }, "};");
    }

    private static void Flags(CodeWriter code, EnumType type, bool isInput)
    {
        var members = string.Join(", ", type.Members.Select(member => $"({Literals.CSharp(member.WireName)}, {type.CSharp}.{member.Name})"));
        code.Line($"private static readonly {Names.Room}JsonFlags<{type.CSharp}> Names = new({members});").Line();
        if (isInput)
        {
            code.Line($"public static {type.CSharp} Read({Names.ReadParameters}) => Names.Read(ref reader, ref problems);").Line();
        }

        code.Line($"public static void Write({Names.Writer} writer, {type.CSharp} value) => Names.Write(writer, value);");
    }

    private static void Choice(CodeWriter code, ChoiceType type) =>
        code.Block($"public static void Write({Names.Writer} writer, {type.CSharp} value)", () =>
        {
            code.Line("writer.WriteStartObject();");
            code.Block("switch (value)", () =>
            {
                for (var index = 0; index < type.Options.Count; index++)
                {
                    var (kind, record) = (type.Options[index].Kind, type.Options[index].Record);
                    code.Line($"case {record.CSharp} option{index}:").Indented(() =>
                    {
                        code.Line($"writer.WriteString({Literals.Utf8(ChoiceType.Discriminator)}, {Literals.Utf8(kind)});");
                        WriterEmitter.Members(code, record.Properties, $"option{index}", index.ToString(System.Globalization.CultureInfo.InvariantCulture));
                        code.Line("break;");
                    });
                }

                code.Line("default:").Indented(() => code.Line(
                    $"throw new global::System.InvalidOperationException($\"{{value.GetType()}} is not marked [JsonDerivedType] on {type.CSharp.Replace("global::", "")}.\");"));
            });
            code.Line("writer.WriteEndObject();");
        });

    private static void Record(CodeWriter code, RecordType type, bool isInput)
    {
        if (isInput)
        {
            PropertyModel[] read = [.. type.Properties.Where(property => property.Role != PropertyRole.Computed)];
            ReaderEmitter.Properties(code, read);
            code.Line().Block($"public static {type.CSharp}{(type.IsValueType ? "" : "?")} Read({Names.ReadParameters})",
                () => ReaderEmitter.Body(code, read, type.CSharp, "StartObject", type.HasRules));
            code.Line().Block($"public static void Validate({type.CSharp} input, ref {Names.Problems} problems)",
                () => LimitsEmitter.Validation(code, read, "input", type.HasRules));
            LimitsEmitter.Checks(code, read);
            code.Line();
        }

        code.Block($"public static void Write({Names.Writer} writer, {type.CSharp} value)", () => WriterEmitter.Object(code, type.Properties, "value"));
    }
}
