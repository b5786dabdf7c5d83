using System.Globalization;
using System.Text.RegularExpressions;
using HomeDash.Procedures.Generator.Models;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Generator.Transforms;

/// <summary>Data annotations → limits. Null means that an annotation makes no sense where it stands.</summary>
internal static class LimitsTransform
{
    /// <param name="type">What the limits are of.</param>
    /// <param name="symbols">Where the annotations stand: a parameter, or a property with its constructor parameter.</param>
    public static LimitsModel? Of(WireType type, IReadOnlyList<ISymbol> symbols)
    {
        LimitsModel? limits = LimitsModel.None;
        foreach (var attribute in symbols.SelectMany(symbol => symbol.GetAttributes()))
        {
            if (attribute.AttributeClass?.DefinitionName() is { } name && name.StartsWith(KnownNames.Annotations, StringComparison.Ordinal))
            {
                limits = limits is null ? null : With(limits, type, name.Substring(KnownNames.Annotations.Length), attribute);
            }
        }

        return limits is null ? null : RangeTransform.WithinSafeIntegers(limits, Single(type));
    }

    private static LimitsModel? With(LimitsModel limits, WireType type, string name, AttributeData attribute) => name switch
    {
        "RangeAttribute" => RangeTransform.Of(attribute, Single(type)) is { } range ? limits with { Range = range } : null,
        "StringLengthAttribute" when IsText(Single(type)) =>
            limits with { Length = new(attribute.Named<int>("MinimumLength"), attribute.Positional<int>(0)) },
        "MinLengthAttribute" => Narrowed(limits, type, attribute.Positional<int>(0), int.MaxValue),
        "MaxLengthAttribute" => Narrowed(limits, type, 0, attribute.Positional<int>(0)),
        "LengthAttribute" => Narrowed(limits, type, attribute.Positional<int>(0), attribute.Positional<int>(1)),
        "RegularExpressionAttribute" when IsText(Single(type)) && IsPattern(attribute.Positional<string>(0)) =>
            limits with { Pattern = attribute.Positional<string>(0) },
        "EmailAddressAttribute" => IsText(Single(type)) ? limits with { Form = TextForm.Email } : null,
        "UrlAttribute" => IsText(Single(type)) || IsScalar(Single(type), ScalarKind.Address) ? limits with { Form = TextForm.Url } : null,
        "AllowedValuesAttribute" => Allowed(attribute, Single(type)) is { Count: > 0 } values ? limits with { Allowed = values } : null,
        "RangeAttribute" or "StringLengthAttribute" or "RegularExpressionAttribute" => null,
        _ => limits,
    };

    /// <summary>What a limit of a single value is of: a list's items, a dictionary's values.</summary>
    private static WireType Single(WireType type) => type switch
    {
        ListType list => list.Element,
        MapType map => map.Value,
        _ => type,
    };

    private static bool IsText(WireType type) => type is ScalarType { Kind: ScalarKind.String or ScalarKind.Secret };

    private static bool IsScalar(WireType type, ScalarKind kind) => type is ScalarType scalar && scalar.Kind == kind;

    private static LimitsModel? Narrowed(LimitsModel limits, WireType type, int fewest, int most) =>
        type is ListType or MapType ? limits with { Count = Both(limits.Count, fewest, most) }
        : IsText(type) || IsScalar(type, ScalarKind.Bytes) ? limits with { Length = Both(limits.Length, fewest, most) }
        : null;

    private static CountRange Both(CountRange? range, int fewest, int most) =>
        new(Math.Max(range?.Fewest ?? 0, fewest), Math.Min(range?.Most ?? int.MaxValue, most));

    private static bool IsPattern(string? pattern)
    {
        try
        {
            return pattern is not null && new Regex(pattern) is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static EquatableArray<string>? Allowed(AttributeData attribute, WireType type)
    {
        var values = attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Array } array ? array.Values.Select(each => each.Value).ToArray() : [];
        var texts = values.Select(value => (value, type) switch
        {
            (string text, ScalarType { Kind: ScalarKind.String }) => text,
            (not (null or string), EnumType { IsFlags: false } @enum) => @enum.Members.FirstOrDefault(member => member.Value == Literals.Json(value))?.WireName,
            (not (null or string or bool), ScalarType { Kind: >= ScalarKind.SByte and <= ScalarKind.Decimal }) =>
                Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
            _ => null,
        }).ToArray();
        return texts.Contains(null) ? null : texts.Select(text => text!).ToEquatableArray();
    }
}
