using HomeDash.Procedures.Generator.Models;

namespace HomeDash.Procedures.Generator.Emitters;

/// <summary>JSON Schemas: inlined, one explicit type each, in the profile that every client of MCP can convert.</summary>
internal static class SchemaEmitter
{
    private const string Running =
        "\"running\":{\"type\":\"object\",\"description\":\"Only this is there while the work goes on: the call that tells how far it has come.\","
        + "\"properties\":{\"procedure\":{\"type\":\"string\",\"description\":\"Path of the procedure to call.\"},"
        + "\"why\":{\"type\":\"string\",\"description\":\"What it will tell.\"}},\"required\":[\"procedure\"]}";

    /// <summary>The schema of a procedure's input.</summary>
    public static string Input(ProcedureModel procedure) => Braced(["\"type\":\"object\"", .. Members([.. procedure.Inputs], isInput: true)]);

    /// <summary>The schema of a procedure's result, or of one item of its stream.</summary>
    public static string Output(ProcedureModel procedure)
    {
        if (procedure.CheckWith is null || procedure.Output is not RecordType record || record.Properties.Any(property => property.JsonName == "running"))
        {
            return Of(procedure.Output, null, LimitsModel.None, null, isInput: false);
        }

        // A caller who is not answered in time gets `running` in place of everything else, so nothing is required.
        var properties = record.Properties.Select(property => Property(property, isInput: false)).Append(Running);
        return Braced(["\"type\":\"object\"", .. Described(record.Description), $"\"properties\":{Braced(properties)}"]);
    }

    private static string Property(PropertyModel property, bool isInput) =>
        $"{Literals.Json(property.JsonName)}:{Of(property.Type, property.Description ?? DescriptionOf(property.Type), property.Limits, property.Default?.Json, isInput)}";

    private static string Of(WireType type, string? description, LimitsModel limits, string? @default, bool isInput) => Braced(
    [
        $"\"type\":\"{JsonType(type)}\"",
        .. Described(WithForm(type, limits, description ?? (isInput ? null : DescriptionOf(type)))),
        .. type switch
        {
            ScalarType scalar => OfScalar(scalar, limits, isInput),
            EnumType { IsFlags: true } flags => [$"\"items\":{{\"type\":\"string\",{EnumOf(flags.Members.Select(member => member.WireName))}}}"],
            EnumType @enum => [EnumOf(limits.Allowed.Count > 0 ? limits.Allowed : @enum.Members.Select(member => member.WireName))],
            TargetType => ["\"minLength\":1"],
            ListType list => [$"\"items\":{Of(list.Element, null, limits with { Count = null }, null, isInput)}", .. Counts(limits.Count, "Items")],
            MapType map => [$"\"additionalProperties\":{Of(map.Value, null, limits with { Count = null }, null, isInput)}", .. Counts(limits.Count, "Properties")],
            ChoiceType choice => [$"\"anyOf\":[{string.Join(",", choice.Options.Select(Option))}]"],
            RecordType record => Members(record.Properties.Where(property => !isInput || property.Role != PropertyRole.Computed), isInput),
            _ => [],
        },
        .. @default is null ? [] : new[] { $"\"default\":{@default}" },
    ]);

    private static string? DescriptionOf(WireType type) => type switch
    {
        RecordType record => record.Description,
        EnumType @enum => @enum.Description,
        ChoiceType choice => choice.Description,
        _ => null,
    };

    /// <summary>What clients do not read from a keyword stands in the words: that a text is Base64, and of how many bytes.</summary>
    private static string? WithForm(WireType type, LimitsModel limits, string? description)
    {
        if (type is not ScalarType { Kind: ScalarKind.Bytes })
        {
            return description;
        }

        var bytes = limits.Length switch
        {
            null => "",
            { Most: int.MaxValue, Fewest: var fewest } => $" of at least {fewest} bytes",
            { Fewest: 0, Most: var most } => $" of at most {most} bytes",
            var length => $" of {length.Fewest} to {length.Most} bytes",
        };
        return $"{description} Base64{bytes}.".TrimStart();
    }

    private static string Option(ChoiceOption option)
    {
        var kind = $"{Literals.Json(ChoiceType.Discriminator)}:{{\"type\":\"string\",\"enum\":[{Literals.Json(option.Kind)}]}}";
        var required = option.Record.Properties.Where(property => !property.Nullable).Select(property => property.JsonName).Prepend(ChoiceType.Discriminator);
        return Braced(
        [
            "\"type\":\"object\"",
            .. Described(option.Record.Description),
            $"\"properties\":{Braced(option.Record.Properties.Select(property => Property(property, isInput: false)).Prepend(kind))}",
            $"\"required\":[{string.Join(",", required.Select(name => Literals.Json(name)))}]",
        ]);
    }

    private static IEnumerable<string> Described(string? description) => description is null ? [] : [$"\"description\":{Literals.Json(description)}"];

    private static IEnumerable<string> Members(IEnumerable<PropertyModel> properties, bool isInput)
    {
        var all = properties.ToArray();
        yield return $"\"properties\":{Braced(all.Select(property => Property(property, isInput)))}";
        var required = all.Where(property => isInput ? !property.IsOptional : !property.Nullable).Select(property => Literals.Json(property.JsonName)).ToArray();
        if (required.Length > 0)
        {
            yield return $"\"required\":[{string.Join(",", required)}]";
        }

        if (isInput)
        {
            yield return "\"additionalProperties\":false";
        }
    }

    private static IEnumerable<string> OfScalar(ScalarType type, LimitsModel limits, bool isInput)
    {
        if (type.Kind == ScalarKind.FreeForm)
        {
            yield return "\"additionalProperties\":true";
        }

        if ((Format(type.Kind) ?? (isInput ? Format(limits.Form) : null)) is { } format)
        {
            yield return $"\"format\":\"{format}\"";
        }

        if (!isInput)
        {
            yield break;
        }

        if (limits.Allowed.Count > 0)
        {
            yield return EnumOf(limits.Allowed, type.Kind == ScalarKind.String);
        }

        if ((limits.Range ?? NumberLimits.Of(type.Kind)) is { } range)
        {
            yield return $"\"minimum\":{range.Least},\"maximum\":{range.Most}";
        }

        foreach (var count in Counts(type.Kind == ScalarKind.Bytes ? Base64(limits.Length) : limits.Length, "Length"))
        {
            yield return count;
        }

        if (limits.Pattern is { } pattern)
        {
            yield return $"\"pattern\":{Literals.Json(Anchored(pattern))}";
        }
        else if (limits.Form == TextForm.Url)
        {
            yield return "\"pattern\":\"^(?:https?|ftp)://\"";
        }
    }

    /// <summary>How many characters bytes take: four for each three begun.</summary>
    private static CountRange? Base64(CountRange? bytes) => bytes is null ? null : new(Characters(bytes.Fewest), Characters(bytes.Most));

    private static int Characters(int bytes) => (int)Math.Min(((long)bytes + 2) / 3 * 4, int.MaxValue);

    /// <summary>JSON Schema searches for a pattern anywhere; data annotations want all of the text to match.</summary>
    private static string Anchored(string pattern) =>
        pattern.StartsWith("^", StringComparison.Ordinal) && pattern.EndsWith("$", StringComparison.Ordinal) && !pattern.Contains('|') ? pattern : $"^(?:{pattern})$";

    private static IEnumerable<string> Counts(CountRange? range, string what)
    {
        if (range is { Fewest: > 0 })
        {
            yield return $"\"min{what}\":{range.Fewest}";
        }

        if (range is { Most: < int.MaxValue })
        {
            yield return $"\"max{what}\":{range.Most}";
        }
    }

    private static string EnumOf(IEnumerable<string> values, bool isText = true) =>
        $"\"enum\":[{string.Join(",", isText ? values.Select(value => Literals.Json(value)) : values)}]";

    private static string Braced(IEnumerable<string> members) => "{" + string.Join(",", members) + "}";

    private static string JsonType(WireType type) => type switch
    {
        ScalarType { Kind: ScalarKind.Boolean } => "boolean",
        ScalarType { Kind: >= ScalarKind.SByte and <= ScalarKind.UInt64 } => "integer",
        ScalarType { Kind: ScalarKind.Single or ScalarKind.Double or ScalarKind.Decimal or ScalarKind.Duration } => "number",
        ListType or EnumType { IsFlags: true } => "array",
        MapType or RecordType or ChoiceType or ScalarType { Kind: ScalarKind.FreeForm } => "object",
        _ => "string",
    };

    private static string? Format(TextForm form) => form switch
    {
        TextForm.Email => "email",
        TextForm.Url => "uri",
        _ => null,
    };

    private static string? Format(ScalarKind kind) => kind switch
    {
        ScalarKind.Guid => "uuid",
        ScalarKind.Time => "date-time",
        ScalarKind.Date => "date",
        ScalarKind.Address => "uri",
        // OpenAPI's word for text that must not be seen while it is typed.
        ScalarKind.Secret => "password",
        _ => null,
    };
}
