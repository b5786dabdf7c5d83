using System.Diagnostics;

namespace HomeDash.EndToEnd.Tests;

/// <summary>Runs a verb of the program as a person at the shell would.</summary>
internal static class CommandLine
{
    public static async Task<CommandResult> RunAsync(string dataFolder, string[] arguments, string? input = null, Action<IDictionary<string, string?>>? environment = null)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(60));
        using var process = new Process { StartInfo = Start(dataFolder, arguments) };
        environment?.Invoke(process.StartInfo.Environment);
        process.Start();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var error = process.StandardError.ReadToEndAsync(timeout.Token);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new(process.ExitCode, await output, await error);
    }

    public static ProcessStartInfo Start(string dataFolder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(ProgramPathAttribute.Value);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["HOMEDASH_DATA"] = dataFolder;
        start.Environment.Remove("HOMEDASH_URLS");
        start.Environment.Remove("HOMEDASH_URL");
        start.Environment.Remove("HOMEDASH_KEY");
        start.Environment.Remove("HOMEDASH_DATABASE");
        // Whatever engine this machine has is not the tests' to see.
        start.Environment["DOCKER_HOST"] = "unix:///nonexistent/homedash-test.sock";
        return start;
    }
}

/// <summary>How a verb ended.</summary>
internal sealed record CommandResult(int Code, string Output, string Error);
