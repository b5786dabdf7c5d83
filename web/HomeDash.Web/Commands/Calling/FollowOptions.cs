using System.CommandLine;
using System.Text;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace HomeDash.Web.Commands.Calling;

/// <summary>Prints a stream: a line of JSON for each item as it comes. When to stop is the shell's to say.</summary>
internal sealed class FollowOptions
{
    private readonly InputOptions input;
    private readonly Option<int?> limit = new("--limit") { Description = "Stops after so many items.", HelpName = "number" };
    private readonly Option<double?> seconds = new("--seconds") { Description = "Stops after so many seconds.", HelpName = "number" };

    /// <summary>Gives the command of a subscription its options.</summary>
    public FollowOptions(InputOptions input)
    {
        this.input = input;
        limit.Validators.Add(result => Require(result.Tokens is [{ Value: var text }] && int.TryParse(text, out var count) && count < 1, result, "--limit: Give 1 or more."));
        seconds.Validators.Add(result => Require(
            result.Tokens is [{ Value: var text }] && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var time) && time is not (> 0 and <= 86_400),
            result, "--seconds: Give more than 0 and at most 86400, which is a day."));
        input.AddBeside(limit);
        input.AddBeside(seconds);
    }

    /// <summary>Follows until the stream ends, enough has come, the time is up, nobody reads on, or the user ends it.</summary>
    public async Task<int> PrintAsync(ParseResult parsed, Func<CancellationToken, IAsyncEnumerable<JsonElement>> follow, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (input.GetBeside(parsed, seconds) is { } time)
        {
            ending.CancelAfter(TimeSpan.FromSeconds(time));
        }

        await using var output = Output();
        var left = input.GetBeside(parsed, limit) ?? int.MaxValue;
        try
        {
            await foreach (var item in follow(ending.Token))
            {
                output.Write(Encoding.UTF8.GetBytes(PrettyJson.Line(item) + "\n"));
                if (--left == 0)
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // As it was asked for.
        }
        catch (IOException)
        {
            // The program behind the pipe has seen enough.
        }

        return 0;
    }

    private static void Require(bool wrong, System.CommandLine.Parsing.SymbolResult result, string message)
    {
        if (wrong)
        {
            result.AddError(message);
        }
    }

    // The console's own stream keeps quiet when the other end of a pipe is gone (ConsolePal.Unix.cs), and would be written to for ever.
    private static Stream Output() => OperatingSystem.IsWindows()
        ? Console.OpenStandardOutput()
        : new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
}
