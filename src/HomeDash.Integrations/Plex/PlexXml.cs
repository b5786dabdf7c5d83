using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace HomeDash.Integrations.Plex;

/// <summary>Reads Plex's XML: the encoding that every version speaks, and the only one in which a number is always written the same way.</summary>
internal static class PlexXml
{
    /// <summary>The root of a success.</summary>
    /// <exception cref="Procedures.ProcedureException">The status is no success, or the body is not Plex's XML.</exception>
    public static XElement Container(this ServiceResponse response)
    {
        response.Succeeded();
        try
        {
            using var text = new StringReader(response.Text);
            using var reader = XmlReader.Create(text, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader).Root is { Name.LocalName: "MediaContainer" } root ? root : throw response.Errors.MakesNoSense("XML of another shape");
        }
        catch (XmlException)
        {
            throw response.Errors.MakesNoSense("something that is no XML");
        }
    }

    /// <summary>An attribute; null when it is missing or empty.</summary>
    public static string? Text(this XElement element, string name) => element.Attribute(name)?.Value is { Length: > 0 } text ? text : null;

    /// <summary>An attribute that is a number; null when it is missing or none.</summary>
    public static long? Number(this XElement element, string name) =>
        long.TryParse(element.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
