using System.Reflection;

namespace HomeDash.EndToEnd.Tests;

/// <summary>Where the build put the program; written into this assembly by its project file.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class ProgramPathAttribute(string path) : Attribute
{
    public static string Value { get; } = System.IO.Path.GetFullPath(typeof(ProgramPathAttribute).Assembly.GetCustomAttribute<ProgramPathAttribute>()!.Path);

    public string Path { get; } = path;
}
