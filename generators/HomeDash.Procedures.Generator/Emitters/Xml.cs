namespace HomeDash.Procedures.Generator.Emitters;

/// <summary>Text for documentation comments.</summary>
internal static class Xml
{
    public static string Escaped(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
