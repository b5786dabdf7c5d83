using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace HomeDash.Procedures.Analyzers;

/// <summary>What is wrong with a data annotation where it stands, in the generator's eyes.</summary>
internal static class Annotations
{
    /// <summary>Why an annotation makes no sense; null when it does.</summary>
    public static string? Fault(AttributeData attribute, ITypeSymbol type, object? @default, KnownSymbols known)
    {
        if (attribute.AttributeClass is not { } limit)
        {
            return null;
        }

        if (limit.Is(known.FreeForm))
        {
            return type.Is(known.JsonElement) ? null : "is for a JsonElement: remove it";
        }

        if (limit.Is(known.Needs))
        {
            return type.FormOf(known) == TypeForm.Target || (type.FormOf(known) == TypeForm.List && type.ElementOf().FormOf(known) == TypeForm.Target)
                ? null
                : "is for a target or a list of them: remove it";
        }

        if (!IsValidation(limit, known))
        {
            return null;
        }

        // A limit of a single value counts for each item of a list, and each value of a dictionary.
        var single = type.FormOf(known) is TypeForm.List or TypeForm.Dictionary ? type.ElementOf().WithoutNull() : type;
        return limit.Name switch
        {
            "RangeAttribute" => RangeFault(attribute, single, @default, known),
            "StringLengthAttribute" => IsText(single, known)
                ? CountFault(Integer(attribute.Named("MinimumLength")) ?? 0, Integer(attribute, 0) ?? 0)
                : "is for text: use [MinLength] and [MaxLength] for how many there are, or [Range] for a number",
            "RegularExpressionAttribute" => !IsText(single, known) ? "is for text: remove it"
                : IsPattern(attribute.FirstText()) ? null
                : "is no regular expression: mend its pattern",
            "EmailAddressAttribute" => IsText(single, known) ? null : "is for text: remove it",
            "UrlAttribute" => IsText(single, known) || single.Is(known.Uri) ? null : "is for text or a Uri: remove it",
            "MinLengthAttribute" => Counted(type, known) ?? CountFault(Integer(attribute, 0) ?? 0, int.MaxValue),
            "MaxLengthAttribute" => Counted(type, known) ?? (Integer(attribute, 0) is { } most ? CountFault(0, most) : "needs a number: say how many at most"),
            "LengthAttribute" => Counted(type, known) ?? CountFault(Integer(attribute, 0) ?? 0, Integer(attribute, 1) ?? 0),
            "AllowedValuesAttribute" => AllowedFault(attribute, single, @default, known),
            "RequiredAttribute" => "says nothing that the type does not say: remove it, and the '?' where there is one",
            _ => "is not checked by procedures: remove it, and check it in an IValidatableInput",
        };
    }

    public static bool IsPattern(string? pattern)
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

    private static bool IsValidation(INamedTypeSymbol attribute, KnownSymbols known)
    {
        for (var type = attribute.BaseType; type is not null; type = type.BaseType)
        {
            if (type.Is(known.Validation))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsText(ITypeSymbol type, KnownSymbols known) => type.SpecialType == SpecialType.System_String || type.Is(known.Secret);

    private static bool IsWhole(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    private static string? RangeFault(AttributeData attribute, ITypeSymbol type, object? @default, KnownSymbols known)
    {
        if (!IsNumber(type) && !type.Is(known.TimeSpan))
        {
            return IsText(type, known) ? "is for a number or a TimeSpan: use [StringLength] for text" : "is for a number or a TimeSpan: remove it";
        }

        if (!IsWhole(type) && (attribute.Named("MinimumIsExclusive") is true || attribute.Named("MaximumIsExclusive") is true))
        {
            return "has an exclusive bound, which clients do not know: name the bound that is still allowed";
        }

        var skipped = attribute.ConstructorArguments.Length == 3 ? 1 : 0;
        var (least, most) = (Bound(attribute, skipped, type, known), Bound(attribute, skipped + 1, type, known));
        return least is null || most is null ? "has a bound that is no number of its type: mend it"
            : least > most ? "lets no number through: swap its bounds"
            : Number(@default) is { } number && (number < least || number > most) ? $"does not let the default {@default} through: change one of them"
            : null;
    }

    private static string? Counted(ITypeSymbol type, KnownSymbols known) =>
        IsText(type, known) || type.FormOf(known) is TypeForm.List or TypeForm.Dictionary
        || type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
            ? null
            : "is for text, bytes, lists and dictionaries: use [Range] for a number, or remove it";

    private static string? CountFault(int fewest, int most) =>
        fewest < 0 || most < 0 ? "counts below zero: mend it"
        : fewest > most ? "lets nothing through: its least is more than its most"
        : null;

    private static string? AllowedFault(AttributeData attribute, ITypeSymbol type, object? @default, KnownSymbols known)
    {
        var values = attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Array } array ? array.Values : [];
        var isFlags = type.TypeKind == TypeKind.Enum && type.Attribute(known.Flags) is not null;
        return isFlags || !(type.SpecialType == SpecialType.System_String || type.TypeKind == TypeKind.Enum || IsNumber(type))
                ? "is for text, numbers and enums: remove it"
            : values.Length == 0 ? "allows nothing: name the values"
            : values.Any(value => !IsOf(value, type)) ? $"names a value that is no {type.Display()}: mend it"
            : @default is not null && values.All(value => !Same(value.Value, @default)) ? $"does not allow the default {@default}: change one of them"
            : null;
    }

    private static bool IsOf(TypedConstant value, ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum ? value.Type?.Is(type) == true
        : type.SpecialType == SpecialType.System_String ? value.Value is string
        : value.Value is not (null or string or bool or char) && value.Type?.TypeKind != TypeKind.Enum;

    private static bool Same(object? left, object right) => Equals(left, right) || (Number(left) is { } number && number == Number(right));

    private static double? Bound(AttributeData attribute, int index, ITypeSymbol type, KnownSymbols known) => attribute.ConstructorArguments.ElementAtOrDefault(index).Value switch
    {
        string text when type.Is(known.TimeSpan) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span.TotalSeconds : null,
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        var value => Number(value),
    };

    private static double? Number(object? value) =>
        value is null or string or bool or char ? null : Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number && double.IsNaN(number) ? null : number;

    private static int? Integer(object? value) => value as int?;

    private static int? Integer(AttributeData attribute, int index) => Integer(attribute.ConstructorArguments.ElementAtOrDefault(index).Value);
}
