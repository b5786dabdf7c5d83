using System.CommandLine;
using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Web.Commands.Calling;

/// <summary>
/// <c>homedash call docker.restart --containers plex</c>. What comes before the procedure says which HomeDash is called,
/// what comes after it is the procedure's: so no argument of a procedure can ever lead the key to another server.
/// </summary>
internal sealed class CallCommand : Command, IAsyncDisposable
{
    private readonly ServerOptions server = new();
    private readonly Argument<string?> procedure = new("procedure")
    {
        Description = "Namespace and verb, for example docker.restart, followed by its own options: homedash call docker.restart --help shows them.",
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = "procedure",
    };

    private IReadOnlyList<Tool> tools = [];
    private ICallDoor? door;

    public CallCommand()
        : base("call", "Calls a procedure and prints its result as JSON.")
    {
        server.AddTo(this);
        Add(procedure);
        procedure.CompletionSources.Add(_ => tools.Select(tool => tool.Path));
        SetAction(parsed => Verb.RunAsync(() => throw Explain(parsed)));
    }

    /// <summary>Reads the procedures there are and makes a command of each.</summary>
    /// <param name="words">The command line from <c>call</c> on.</param>
    /// <param name="timeout">How long an answer may take.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task LearnAsync(IReadOnlyList<string> words, TimeSpan timeout, CancellationToken cancellationToken)
    {
        door = server.Open(Parse([.. BeforeProcedure(words.Skip(1))]), timeout);
        tools = await door.ToolsAsync(connected: false, cancellationToken);
        Description = $"""
            Calls a procedure and prints its result as JSON. homedash tools lists them all.

            Namespaces: {string.Join(", ", tools.Select(tool => tool.Namespace).Distinct())}
            """;
        foreach (var tool in tools)
        {
            // Hidden, for the help of call names the namespaces only; but what is hidden has no help of its own.
            var command = For(tool);
            command.Hidden = !words.Contains(tool.Path);
            Add(command);
        }
    }

    /// <summary>What is wrong with a command line that stops at <c>call</c>.</summary>
    public UsageFailure Explain(ParseResult parsed) =>
        parsed.GetValue(procedure) is null && parsed.Errors.Count > 0 ? new([.. parsed.Errors.Select(error => error.Message)]) : Unknown(parsed.GetValue(procedure));

    public ValueTask DisposeAsync() => door?.DisposeAsync() ?? default;

    private static IEnumerable<string> BeforeProcedure(IEnumerable<string> words)
    {
        var value = false;
        foreach (var word in words)
        {
            if (!value && !word.StartsWith('-'))
            {
                yield break;
            }

            value = !value && word is "--url" or "--key";
            yield return word;
        }
    }

    private Command For(Tool tool)
    {
        var command = new Command(tool.Path, tool.Description);
        var input = new InputOptions(tool.Input, command);
        if (tool.IsStream)
        {
            var following = new FollowOptions(input);
            command.SetAction((parsed, cancellationToken) => Verb.RunAsync(() =>
                following.PrintAsync(parsed, token => door!.FollowAsync(tool, input.Read(parsed), token), cancellationToken)));
            return command;
        }

        var dryRun = new Option<bool>("--dry-run") { Description = "Only says what would happen." };
        if (tool.IsMutation)
        {
            input.AddBeside(dryRun);
        }

        command.SetAction((parsed, cancellationToken) => Verb.RunAsync(async () =>
            Print(await door!.CallAsync(tool, input.Read(parsed), input.GetBeside(parsed, dryRun), cancellationToken))));
        return command;
    }

    private UsageFailure Unknown(string? given)
    {
        if (given is null)
        {
            return new("Name the procedure: homedash tools lists them all.");
        }

        var near = NearestNames.Of(given, tools.Select(tool => tool.Path));
        return new($"There is no procedure '{given}'. {(near.Count == 0 ? "homedash tools lists them all." : $"Did you mean {string.Join(" or ", near)}?")}");
    }

    private static int Print(CallAnswer answer)
    {
        if (answer is CallAnswer.Refusal refusal)
        {
            throw refusal.Failure;
        }

        var result = ((CallAnswer.Result)answer).Json;
        Console.WriteLine(PrettyJson.Of(result));
        string[] failed = [.. Failed(result)];
        return failed.Length == 0 ? 0 : throw new CallFailure(failed);
    }

    /// <summary>The targets that did not work out, of a result that has an outcome for each.</summary>
    private static IEnumerable<string> Failed(JsonElement result) =>
        result.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray()
                .Where(item => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("target", out _) && item.TryGetProperty("ok", out var ok) && ok.ValueKind == JsonValueKind.False)
                .Select(item => $"{item.GetProperty("target").GetString()}: {(item.TryGetProperty("message", out var message) ? message.GetString() : "It did not work.")}")
            : [];
}
