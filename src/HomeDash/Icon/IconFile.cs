using System.Xml;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Looks at an uploaded picture: what it is, whatever it is called, and that a browser does nothing but show it.</summary>
internal static class IconFile
{
    public const string Svg = "image/svg+xml";
    private const string Png = "image/png";
    private const string WebP = "image/webp";
    private const string SvgNamespace = "http://www.w3.org/2000/svg";

    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>What kind of picture it is.</summary>
    /// <exception cref="ProcedureException">It is none that HomeDash takes; the problem names the field <c>content</c>.</exception>
    public static string MediaTypeOf(byte[] content)
    {
        // PNG (RFC 2083, 3.1) and WebP (RFC 9649, 2.4) begin with their signatures.
        if (content.AsSpan().StartsWith(PngSignature))
        {
            return Png;
        }

        if (content.Length > 12 && content.AsSpan().StartsWith("RIFF"u8) && content.AsSpan(8).StartsWith("WEBP"u8))
        {
            return WebP;
        }

        CheckSvg(content);
        return Svg;
    }

    /// <summary>How files of this kind end.</summary>
    public static string EndingOf(string mediaType) => mediaType switch
    {
        Png => "png",
        WebP => "webp",
        _ => "svg",
    };

    private static void CheckSvg(byte[] content)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            if (reader.MoveToContent() != XmlNodeType.Element || reader is not { LocalName: "svg", NamespaceURI: SvgNamespace })
            {
                throw Refused("This is no PNG, WebP or SVG picture. Give the bytes of the file itself, as Base64.");
            }

            do
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    CheckElement(reader);
                }
            }
            while (reader.Read());
        }
        catch (XmlException)
        {
            throw Refused("This is no PNG, WebP or SVG picture, or the SVG is not well-formed or has a DOCTYPE. Save it as plain SVG.");
        }
    }

    /// <summary>Scripts cannot run in what HomeDash serves; a picture that holds them is not what somebody wanted to upload either.</summary>
    private static void CheckElement(XmlReader reader)
    {
        if (reader.LocalName is "script" or "foreignObject" or "iframe")
        {
            throw Refused($"The SVG holds a <{reader.LocalName}>. Save it as plain SVG, without scripts and embedded pages.");
        }

        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            {
                throw Refused($"The SVG holds the script '{reader.LocalName}'. Save it as plain SVG.");
            }

            if (reader.LocalName == "href" && !reader.Value.StartsWith('#') && !reader.Value.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase))
            {
                throw Refused("The SVG refers to something outside of it. Save it as plain SVG with everything inside.");
            }
        }

        reader.MoveToElement();
    }

    private static ProcedureException Refused(string message) => ProcedureErrors.InvalidInput("content", message);
}
