using HomeDash.Testing;

namespace HomeDash.Http.Tests;

/// <summary>A copy of tests/trpc-client in a folder of its own, with what a server gives for it.</summary>
internal sealed class NodeProject : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly string Source = NodeProcess.Project("trpc-client");

    private readonly TestFolder folder = new();

    /// <summary>Copies the project, and takes <c>types.d.ts</c> and <c>openapi.json</c> from the server.</summary>
    public static async Task<NodeProject> MakeAsync(HttpHost host)
    {
        NodeProcess.SkipUnlessInstalled(Source);
        var project = new NodeProject();
        foreach (var file in Directory.EnumerateFiles(Source))
        {
            File.Copy(file, project.folder[Path.GetFileName(file)]);
        }

        Directory.CreateSymbolicLink(project.folder["node_modules"], Path.Combine(Source, "node_modules"));
        await File.WriteAllTextAsync(project.folder["types.d.ts"], (await host.GetAsync("/api/trpc/types.d.ts")).Text, HttpHost.Ends);
        await File.WriteAllTextAsync(project.folder["openapi.json"], (await host.GetAsync("/api/openapi.json")).Text, HttpHost.Ends);
        return project;
    }

    /// <summary>Compiles files with the project's strict options.</summary>
    public Task<NodeOutput> CompileAsync(params IEnumerable<string> files)
    {
        File.WriteAllText(folder["tsconfig.build.json"], $$"""{"extends":"./tsconfig.json","files":[{{string.Join(',', files.Select(file => $"\"{file}\""))}}]}""");
        return RunAsync("node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json", "--pretty", "false");
    }

    /// <summary>Runs a script to its end.</summary>
    public Task<NodeOutput> RunAsync(params IReadOnlyList<string> arguments) =>
        NodeProcess.RunAsync(folder.Path, arguments, new Dictionary<string, string?> { ["NO_COLOR"] = "1" }, Patience, HttpHost.Ends);

    public string[] Lines(string file) => File.ReadAllLines(folder[file]);

    public void Dispose() => folder.Dispose();
}
