using System.Xml;
using System.Xml.Linq;

namespace HomeDash;

/// <summary>Reads of an .nzb file what names it: its title and its size.</summary>
internal static class NzbFile
{
    private const string Fallback = "download";

    /// <summary>The post; null when this is no .nzb file, or one without anything to fetch.</summary>
    /// <param name="file">The file.</param>
    /// <param name="fileName">What it is called, which names the download.</param>
    public static NewDownload? Read(byte[] file, string? fileName)
    {
        try
        {
            // Every .nzb names a DTD; nothing of it is read.
            using var reader = XmlReader.Create(new MemoryStream(file), new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersFromEntities = 0 });
            var root = XDocument.Load(reader).Root!;
            var segments = Children(root, "file").SelectMany(one => Children(one, "segments")).SelectMany(all => Children(all, "segment")).ToArray();
            if (root.Name.LocalName != "nzb" || segments.Length == 0)
            {
                return null;
            }

            var title = Children(root, "head").SelectMany(head => Children(head, "meta")).FirstOrDefault(meta => (string?)meta.Attribute("type") is "title" or "name")?.Value.Trim();
            return new(DownloadSourceKind.Nzb)
            {
                Content = file,
                Name = WithoutEnding(fileName) is { Length: > 0 } name ? name : title is { Length: > 0 } ? title : Fallback,
                SizeBytes = segments.Sum(segment => long.TryParse((string?)segment.Attribute("bytes"), out var bytes) ? bytes : 0),
            };
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static IEnumerable<XElement> Children(XElement parent, string name) => parent.Elements().Where(child => child.Name.LocalName == name);

    private static string? WithoutEnding(string? fileName) =>
        fileName is not null && fileName.EndsWith(".nzb", StringComparison.OrdinalIgnoreCase) ? fileName[..^4] : fileName;
}
