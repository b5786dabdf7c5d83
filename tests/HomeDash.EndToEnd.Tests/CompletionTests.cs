using System.Diagnostics;

namespace HomeDash.EndToEnd.Tests;

/// <summary>The completion scripts, in the shells that they are for.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("homedash-completion-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("homedash ca", "call")]
    [InlineData("homedash keys re", "revoke")]
    [InlineData("homedash call docker.re", "docker.recreate docker.remove docker.restart")]
    [InlineData("homedash call docker.restart --gr", "--grace")]
    [InlineData("homedash call app.update --clear ic", "iconUrl")]
    public async Task Bash_completes(string line, string expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "no bash on this machine");

        var completed = await ShellAsync("bash", $$"""
            source <(homedash completion bash)
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}}
            read -ra COMP_WORDS <<< "$COMP_LINE"
            COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
            _homedash
            echo "${COMPREPLY[@]}"
            """);

        Assert.Equal(expected, completed);
    }

    [Fact]
    public async Task Zsh_completes()
    {
        Assert.SkipUnless(File.Exists("/bin/zsh") || File.Exists("/usr/bin/zsh"), "no zsh on this machine: install it to test its completion");

        // The script runs as compsys runs it; only where the words would land is changed, so that the test can see them.
        var completed = await ShellAsync("zsh", """
            compdef() { : }
            compadd() { shift; print -r -- "$@" }
            source <(homedash completion zsh)
            words=(homedash call docker.re) CURRENT=3
            _homedash
            """);

        Assert.Equal("docker.recreate docker.remove docker.restart", completed);
    }

    private async Task<string> ShellAsync(string shell, string script)
    {
        var start = CommandLine.Start(folder);
        start.FileName = shell;
        start.ArgumentList.Clear();
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(script);
        // The program is called by its name, as it is once it is installed.
        start.Environment["PATH"] = $"{Install()}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await error);
        return output.Trim();
    }

    private string Install()
    {
        var installed = Path.Combine(folder, "bin");
        Directory.CreateDirectory(installed);
        var starter = Path.Combine(installed, "homedash");
        File.WriteAllText(starter, $"#!/bin/sh\nexec dotnet '{ProgramPathAttribute.Value}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(starter, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return installed;
    }
}
