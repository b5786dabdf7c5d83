using System.CommandLine;

namespace HomeDash.Web.Commands.Calling;

/// <summary><c>homedash completion bash|zsh</c>: prints what makes the shell complete verbs, procedures and options.</summary>
internal static class CompletionCommand
{
    public static Command Create() => new("completion", "Prints a script that lets your shell complete verbs, procedures and options.")
    {
        For("bash", "For ~/.bashrc: source <(homedash completion bash)"),
        For("zsh", "For ~/.zshrc, after compinit: source <(homedash completion zsh)"),
    };

    private static Command For(string shell, string description)
    {
        var command = new Command(shell, description);
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var script = typeof(CompletionCommand).Assembly.GetManifestResourceStream($"completion.{shell}")!;
            await script.CopyToAsync(Console.OpenStandardOutput(), cancellationToken);
            return 0;
        });
        return command;
    }
}
