using System.Globalization;
using System.Text;

namespace HomeDash;

/// <summary>Draws an icon of a set as SVG, in its brand's colour where that can be seen. A browser tells the picture which scheme the page around it has.</summary>
internal static class IconDrawing
{
    private const double Dark = 0.07;
    private const double Light = 0.6;
    private const string OnDark = "#e4ecea";
    private const string OnLight = "#16201d";

    /// <summary>The file.</summary>
    public static byte[] Draw(PackedIcon icon, string outline)
    {
        var (light, dark) = Colours(icon.Colour);
        return Encoding.UTF8.GetBytes(
            $$$"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><style>path { fill: {{{light}}} } @media (prefers-color-scheme: dark) { path { fill: {{{dark}}} } }</style><path d="{{{outline}}}"/></svg>""");
    }

    private static (string OnLight, string OnDark) Colours(string? brand)
    {
        if (brand is null)
        {
            return (OnLight, OnDark);
        }

        var luminance = Luminance(brand);
        return (luminance > Light ? OnLight : $"#{brand}", luminance < Dark ? OnDark : $"#{brand}");
    }

    /// <summary>WCAG 2.2, relative luminance.</summary>
    private static double Luminance(string colour)
    {
        return (0.2126 * Part(0)) + (0.7152 * Part(2)) + (0.0722 * Part(4));

        double Part(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
    }
}
