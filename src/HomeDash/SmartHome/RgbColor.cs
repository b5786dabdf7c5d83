using System.Globalization;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Colours of lights, written as #rrggbb or by one of the names that people say.</summary>
public static class RgbColor
{
    private const int Near = 24;

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["red"] = "#ff0000", ["orange"] = "#ff8000", ["yellow"] = "#ffff00", ["green"] = "#00ff00", ["cyan"] = "#00ffff", ["turquoise"] = "#40e0d0",
        ["blue"] = "#0000ff", ["purple"] = "#8000ff", ["violet"] = "#8f00ff", ["magenta"] = "#ff00ff", ["pink"] = "#ff69b4", ["white"] = "#ffffff",
    };

    /// <summary>Reads what a person writes.</summary>
    /// <exception cref="ProcedureException">It is no colour.</exception>
    internal static string Read(string given) =>
        Names.TryGetValue(given.Trim(), out var named) ? named
        : TryParse(given.Trim(), out _) ? given.Trim().ToLowerInvariant()
        : throw ProcedureErrors.InvalidInput("color", $"'{given}' is no colour. Write #rrggbb, or one of {string.Join(", ", Names.Keys)}.");

    /// <summary>Red, green and blue, 0 to 255.</summary>
    public static (int Red, int Green, int Blue) Parts(string color) => TryParse(color, out var parts) ? parts : throw new FormatException($"'{color}' is no colour.");

    /// <summary>A colour from its parts, 0 to 255.</summary>
    public static string Of(int red, int green, int blue) =>
        string.Create(CultureInfo.InvariantCulture, $"#{Math.Clamp(red, 0, 255):x2}{Math.Clamp(green, 0, 255):x2}{Math.Clamp(blue, 0, 255):x2}");

    /// <summary>A colour from hue (0 to 360) and saturation (0 to 100), at full brightness.</summary>
    public static string OfHue(double hue, double saturation)
    {
        return Of(Part(5), Part(3), Part(1));

        int Part(int shift)
        {
            var k = (shift + (hue / 60)) % 6;
            return (int)Math.Round(255 * (1 - (saturation / 100 * Math.Clamp(Math.Min(k, 4 - k), 0, 1))));
        }
    }

    /// <summary>Hue (0 to 360) and saturation (0 to 100) of a colour.</summary>
    public static (double Hue, double Saturation) HueOf(string color)
    {
        var (red, green, blue) = Parts(color);
        double most = Math.Max(red, Math.Max(green, blue)), spread = most - Math.Min(red, Math.Min(green, blue));
        var hue = spread == 0 ? 0 : most == red ? 60 * ((green - blue) / spread) : most == green ? 60 * (((blue - red) / spread) + 2) : 60 * (((red - green) / spread) + 4);
        return (Math.Round((hue + 360) % 360, 1), most == 0 ? 0 : Math.Round(100 * spread / most, 1));
    }

    /// <summary>Whether people would call two colours the same.</summary>
    internal static bool AreNear(string one, string other)
    {
        var (a, b) = (Parts(one), Parts(other));
        return Math.Abs(a.Red - b.Red) <= Near && Math.Abs(a.Green - b.Green) <= Near && Math.Abs(a.Blue - b.Blue) <= Near;
    }

    private static bool TryParse(string text, out (int Red, int Green, int Blue) parts)
    {
        var fits = text is ['#', .. { Length: 6 } digits] && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
        var number = fits ? int.Parse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : 0;
        parts = (number >> 16, (number >> 8) & 255, number & 255);
        return fits;
    }
}
