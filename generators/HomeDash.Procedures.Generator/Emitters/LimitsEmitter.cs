using HomeDash.Procedures.Generator.Models;

namespace HomeDash.Procedures.Generator.Emitters;

/// <summary>The checks of limits: one method per limited property, called by the reader and by the validation of typed inputs.</summary>
internal static class LimitsEmitter
{
    /// <summary>The method that checks a property's own limits; null when it has none.</summary>
    public static string? CheckOf(PropertyModel property) =>
        IsMany(property.Type) ? property.Limits.Count is null ? null : Name(property)
        : property.Limits.OfValue ? Name(property)
        : null;

    /// <summary>The method that checks each item's limits; null when they have none.</summary>
    public static string? ItemCheckOf(PropertyModel property) => IsMany(property.Type) && property.Limits.OfValue ? Name(property) + "Item" : null;

    /// <summary>Emits the check methods and what they need.</summary>
    public static void Checks(CodeWriter code, IEnumerable<PropertyModel> properties)
    {
        foreach (var property in properties)
        {
            var single = SingleOf(property.Type);
            if (property.Limits.Pattern is { } pattern)
            {
                code.Line().Line($"private static readonly global::System.Text.RegularExpressions.Regex {PatternOf(property)} = new({Literals.CSharp(pattern)}, "
                    + "global::System.Text.RegularExpressions.RegexOptions.CultureInvariant, global::System.TimeSpan.FromMilliseconds(250));");
            }

            if (CheckOf(property) is { } check)
            {
                Method(code, check, property.Type, IsMany(property.Type) ? [CountCheck(property)] : ValueChecks(property, single));
            }

            if (ItemCheckOf(property) is { } itemCheck)
            {
                Method(code, itemCheck, single, ValueChecks(property, single));
            }
        }
    }

    /// <summary>Emits the checks of an input that was not read from JSON.</summary>
    /// <param name="code">Receives it.</param>
    /// <param name="properties">The properties of the input.</param>
    /// <param name="input">The expression of the input.</param>
    /// <param name="hasRules">Whether it is an <c>IValidatableInput</c>.</param>
    public static void Validation(CodeWriter code, IReadOnlyList<PropertyModel> properties, string input, bool hasRules = false)
    {
        string[] whole = [.. WholeChecks(properties, hasRules, input)];
        if (whole.Length > 0)
        {
            code.Line("var found = problems.Count;");
        }

        var checks = properties.Select(property => (property, lines: Checks(property, property.Nullable ? Given(property) : $"{input}.{property.Name}").ToArray()))
            .Where(each => each.lines.Length > 0 || IsRequired(each.property)).ToArray();
        if (checks.Length > 0)
        {
            code.Line("var before = problems.Count;");
        }

        foreach (var ((property, lines), index) in checks.Select((check, index) => (check, index)))
        {
            if (index > 0)
            {
                code.Line("before = problems.Count;");
            }

            var guard = property.Nullable ? $"if ({input}.{property.Name} is {{ }} {Given(property)})"
                : IsRequired(property) ? $"if ({Names.Limits}.Given({input}.{property.Name}, ref problems))"
                : null;
            if (lines.Length == 0)
            {
                code.Line($"{Names.Limits}.Given({input}.{property.Name}, ref problems);");
            }
            else if (guard is null)
            {
                All(code, lines);
            }
            else
            {
                code.Block(guard, () => All(code, lines));
            }

            code.Line($"problems.Within(before, {Literals.CSharp(property.JsonName)});");
        }

        if (whole.Length > 0)
        {
            code.Block("if (problems.Count == found)", () => All(code, whole));
        }
    }

    /// <summary>The checks of an input as a whole: what an update empties, and the rules that it brings along.</summary>
    /// <param name="properties">The properties of the input.</param>
    /// <param name="hasRules">Whether it is an <c>IValidatableInput</c>.</param>
    /// <param name="input">The expression of the input.</param>
    public static IEnumerable<string> WholeChecks(IReadOnlyList<PropertyModel> properties, bool hasRules, string input) =>
        properties.SelectMany(clear => clear.Clears.Select(cleared =>
                $"{Names.Limits}.Clear({input}.{clear.Name}, {cleared.Member}, {input}.{cleared.Name} is not null, {Literals.CSharp(cleared.JsonName)}, ref problems);"))
            .Concat(hasRules ? [$"{Names.Limits}.Rules({input}, ref problems);"] : []);

    private static void All(CodeWriter code, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            code.Line(line);
        }
    }

    private static void Method(CodeWriter code, string name, WireType type, IEnumerable<string> lines) =>
        code.Line().Block($"private static void {name}({type.CSharp} value, ref {Names.Problems} problems)", () => All(code, lines));

    private static string Name(PropertyModel property) => "Check" + property.Name.TrimStart('@');

    private static string Given(PropertyModel property) => "given" + property.Name.TrimStart('@');

    private static string PatternOf(PropertyModel property) => property.Name.TrimStart('@') + "Pattern";

    private static bool IsMany(WireType type) => type is ListType or MapType;

    private static bool IsRequired(PropertyModel property) => property is { Nullable: false, Type.IsReference: true };

    private static WireType SingleOf(WireType type) => type switch
    {
        ListType list => list.Element,
        MapType map => map.Value,
        _ => type,
    };

    private static string CountCheck(PropertyModel property) =>
        $"{Names.Limits}.Count(value, {Number(property.Limits.Count!.Fewest)}, {Number(property.Limits.Count.Most)}, ref problems);";

    private static IEnumerable<string> ValueChecks(PropertyModel property, WireType type)
    {
        var (limits, kind) = (property.Limits, (type as ScalarType)?.Kind);
        var text = kind == ScalarKind.Secret ? "value.Reveal()" : "value";
        if (limits.Range is { } range)
        {
            yield return $"{Names.Limits}.Range{(kind == ScalarKind.Duration ? "" : $"<{type.CSharp}>")}(value, {Number(range.Least, kind)}, {Number(range.Most, kind)}, ref problems);";
        }

        if (limits.Length is { } length)
        {
            yield return $"{Names.Limits}.{(kind == ScalarKind.Bytes ? "Bytes" : "Length")}({text}, {Number(length.Fewest)}, {Number(length.Most)}, ref problems);";
        }

        if (limits.Pattern is not null)
        {
            yield return $"{Names.Limits}.Pattern({text}, {PatternOf(property)}, ref problems);";
        }

        if (limits.Form != TextForm.Any)
        {
            yield return $"{Names.Limits}.{limits.Form}({(kind == ScalarKind.Address ? "value.OriginalString" : text)}, ref problems);";
        }

        if (limits.Allowed.Count > 0)
        {
            var isNumber = type is ScalarType { Kind: not ScalarKind.String };
            var values = string.Join(", ", limits.Allowed.Select(value => isNumber ? Number(value, kind) : Literals.CSharp(value)));
            yield return $"{Names.Limits}.Allowed<{(isNumber ? type.CSharp : "string")}>({(type is EnumType @enum ? $"{@enum.JsonClass}.Name(value)" : "value")}, [{values}], ref problems);";
        }
    }

    private static IEnumerable<string> Checks(PropertyModel property, string value)
    {
        if (CheckOf(property) is { } check)
        {
            yield return $"{check}({value}, ref problems);";
        }

        if (Deep(property.Type, ItemCheckOf(property), value) is { } deep)
        {
            yield return deep + ";";
        }
    }

    /// <summary>The check of what a value is made of; null when there is nothing to check.</summary>
    private static string? Deep(WireType type, string? itemCheck, string value) => type switch
    {
        RecordType record => $"{record.JsonClass}.Validate({value}, ref problems)",
        ListType list => Each("Each", list.Element, itemCheck, value),
        MapType map => Each("EachValue", map.Value, itemCheck, value),
        ScalarType { Kind: ScalarKind.FreeForm } => $"{Names.Limits}.FreeForm({value}, ref problems)",
        _ => null,
    };

    private static string? Each(string method, WireType item, string? itemCheck, string value)
    {
        var check = itemCheck ?? (item is RecordType record ? $"{record.JsonClass}.Validate"
            : Deep(item, null, "value") is { } deep ? $"static ({item.CSharp} value, ref {Names.Problems} problems) => {deep}"
            : null);
        return check is null && !item.IsReference ? null : $"{Names.Limits}.{method}<{item.CSharp}>({value}, {check ?? "null"}, ref problems)";
    }

    private static string Number(int count) => count == int.MaxValue ? "int.MaxValue" : Literals.Json(count)!;

    private static string Number(string json, ScalarKind? kind) => json + kind switch
    {
        ScalarKind.Decimal => "m",
        ScalarKind.Double or ScalarKind.Duration => "d",
        ScalarKind.Single => "f",
        _ => "",
    };
}
