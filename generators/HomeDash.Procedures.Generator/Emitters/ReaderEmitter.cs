using HomeDash.Procedures.Generator.Models;

namespace HomeDash.Procedures.Generator.Emitters;

/// <summary>The reading of an object from JSON, in one pass.</summary>
internal static class ReaderEmitter
{
    /// <summary>Emits the names that the object may have.</summary>
    public static void Properties(CodeWriter code, IReadOnlyList<PropertyModel> properties) =>
        code.Line($"private static readonly {Names.Room}JsonProperties Properties = new({string.Join(", ", properties.Select(property => Literals.CSharp(property.JsonName)))});");

    /// <summary>Emits the body of a reading method.</summary>
    /// <param name="code">Receives it.</param>
    /// <param name="properties">What is read: the constructor's first, in its order.</param>
    /// <param name="type">What is made of it.</param>
    /// <param name="start">The method of <c>JsonInput</c> that goes into the object.</param>
    /// <param name="hasRules">Whether what is made is an <c>IValidatableInput</c>.</param>
    public static void Body(CodeWriter code, IReadOnlyList<PropertyModel> properties, string type, string start, bool hasRules = false)
    {
        code.Line("var found = problems.Count;");
        code.Block($"if (!{Names.Input}.{start}(ref reader, ref problems))", () => code.Line("return default;")).Line();
        foreach (var property in properties)
        {
            code.Line($"{property.CSharpType} {Local(property)} = {property.Default?.CSharp ?? "default"}{(property.Nullable || property.Default is { Json: not null } ? "" : "!")};");
        }

        code.Line("var given = 0UL;");
        if (properties.Count == 0)
        {
            code.Line("Properties.Next(ref reader, ref given, ref problems);");
        }
        else
        {
            Loop(code, properties);
        }

        if (Required(properties) is not 0 and var required)
        {
            code.Line($"Properties.Require(given, 0x{required:x}UL, ref problems);");
        }

        string[] after = [.. Kept(properties), .. LimitsEmitter.WholeChecks(properties, hasRules, "made")];
        if (after.Length == 0)
        {
            code.Line($"return problems.Count > found ? default : {New(properties, type)};");
            return;
        }

        code.Block("if (problems.Count > found)", () => code.Line("return default;")).Line();
        code.Line($"var made = {New(properties, type)};");
        foreach (var line in after)
        {
            code.Line(line);
        }

        code.Line("return made;");
    }

    /// <summary>The method that reads a value from JSON.</summary>
    public static string Method(WireType type) => type switch
    {
        ScalarType scalar => $"{Names.Input}.{ScalarMethod(scalar)}",
        EnumType @enum => $"{@enum.JsonClass}.Read",
        RecordType record => $"{record.JsonClass}.Read",
        TargetType target => $"{Names.Input}.Target<{target.CSharp}>",
        _ => $"static ({Names.ReadParameters}) => {Call(type, null)}",
    };

    private static void Loop(CodeWriter code, IReadOnlyList<PropertyModel> properties)
    {
        code.Block("while (Properties.Next(ref reader, ref given, ref problems) is var property and >= 0)", () =>
        {
            code.Line("var before = problems.Count;");
            code.Block("switch (property)", () =>
            {
                for (var index = 0; index < properties.Count; index++)
                {
                    Case(code, properties[index], index);
                }
            });
            code.Line().Line("problems.Within(before, Properties[property]);");
        }).Line();
    }

    private static void Case(CodeWriter code, PropertyModel property, int index) => code.Line($"case {index}:").Indented(() =>
    {
        code.Line($"{Local(property)} = {Call(property.Type, LimitsEmitter.ItemCheckOf(property))}{(property.Type.IsReference ? "!" : "")};");
        if (LimitsEmitter.CheckOf(property) is { } check)
        {
            var value = property is { Nullable: true, Type.IsReference: false } ? Local(property) + ".Value" : Local(property);
            code.Block("if (problems.Count == before)", () => code.Line($"{check}({value}, ref problems);")).Line();
        }

        code.Line("break;");
    });

    private static string Call(WireType type, string? itemCheck) => type switch
    {
        ListType list => $"{Names.Input}.{(list.IsArray ? "Array" : "List")}<{list.Element.CSharp}>(ref reader, ref problems, {Items(list.Element, itemCheck)})",
        MapType map => $"{Names.Input}.Map<{map.Value.CSharp}>(ref reader, ref problems, {Items(map.Value, itemCheck)})",
        _ => $"{Method(type)}(ref reader, ref problems)",
    };

    private static string Items(WireType item, string? itemCheck) => itemCheck is null ? Method(item) : $"{Method(item)}, {itemCheck}";

    private static string ScalarMethod(ScalarType type) => type.Kind switch
    {
        >= ScalarKind.SByte and <= ScalarKind.UInt64 => $"Integer<{type.CSharp}>",
        ScalarKind.Single or ScalarKind.Double or ScalarKind.Decimal => $"Number<{type.CSharp}>",
        var kind => kind.ToString(),
    };

    /// <summary>Ends in a word of its own, so that no property's name meets one of the method's.</summary>
    private static string Local(PropertyModel property) => Naming.Camel(property.Name.TrimStart('@')) + "Value";

    private static ulong Required(IReadOnlyList<PropertyModel> properties) =>
        properties.Select((property, index) => property.IsOptional ? 0UL : 1UL << index).Aggregate(0UL, (all, bit) => all | bit);

    /// <summary>A property with a default that only the record can say is set when it is given, and not before.</summary>
    private static IEnumerable<string> Kept(IReadOnlyList<PropertyModel> properties) => properties
        .Select((property, index) => (property, index))
        .Where(each => each.property.Default is { IsOwn: true })
        .Select(each => $"made = (given & 0x{1UL << each.index:x}UL) == 0 ? made : made with {{ {each.property.Name} = {Local(each.property)} }};");

    private static string New(IReadOnlyList<PropertyModel> properties, string type)
    {
        var positional = string.Join(", ", properties.Where(property => property.Role == PropertyRole.Positional).Select(Local));
        var initial = string.Join(", ", properties.Where(property => property is { Role: PropertyRole.Init, Default: not { IsOwn: true } }).Select(property => $"{property.Name} = {Local(property)}"));
        return initial.Length == 0 ? $"new {type}({positional})" : $"new {type}({positional}) {{ {initial} }}";
    }
}
