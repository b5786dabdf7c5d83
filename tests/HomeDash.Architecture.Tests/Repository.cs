using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace HomeDash.Architecture.Tests;

/// <summary>The files of the repository, as the tests of its shape read them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every room: the projects under src, generators and web.</summary>
    public static IReadOnlyList<Room> Rooms { get; } =
        [.. new[] { "src", "generators", "web" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(path => new Room(path))
            .OrderBy(room => room.Name, StringComparer.Ordinal)];

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HomeDash.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No HomeDash.sln above {AppContext.BaseDirectory} ({here}).");
    }
}

/// <summary>A project and what it refers to.</summary>
internal sealed class Room(string path)
{
    private readonly XDocument project = XDocument.Load(path);

    public string Name { get; } = System.IO.Path.GetFileNameWithoutExtension(path);

    public string Folder { get; } = System.IO.Path.GetDirectoryName(path)!;

    public IReadOnlyList<string> Uses => Names("ProjectReference", compiled: true);

    public IReadOnlyList<string> CompiledWith => Names("ProjectReference", compiled: false);

    public IReadOnlyList<string> Packages => [.. project.Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value)];

    private List<string> Names(string element, bool compiled) =>
        [.. project.Descendants(element)
            .Where(reference => (reference.Attribute("OutputItemType")?.Value == "Analyzer") != compiled)
            .Select(reference => System.IO.Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))];
}
