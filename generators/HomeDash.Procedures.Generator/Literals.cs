using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace HomeDash.Procedures.Generator;

/// <summary>Writes values as C# and as JSON.</summary>
internal static class Literals
{
    /// <summary>A C# string literal; <c>null</c> for none.</summary>
    public static string CSharp(string? text) => text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A C# string literal in UTF-8.</summary>
    public static string Utf8(string text) => CSharp(text) + "u8";

    /// <summary>A JSON string.</summary>
    public static string Json(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append(@"\\"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                _ when char.IsControl(letter) || char.IsSurrogate(letter) => json.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture)),
                _ => json.Append(letter),
            };
        }

        return json.Append('"').ToString();
    }

    /// <summary>A boxed number or bool as JSON; null when JSON has no such number.</summary>
    public static string? Json(object value) => value switch
    {
        bool yes => yes ? "true" : "false",
        double number when double.IsNaN(number) || double.IsInfinity(number) => null,
        float number when float.IsNaN(number) || float.IsInfinity(number) => null,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
