using System.Text;
using HomeDash.Web.Hosting;

namespace HomeDash.Web.Commands;

/// <summary>Asks the person at the terminal for what must not be seen.</summary>
internal static class Prompt
{
    /// <summary>Asks, without showing what is typed.</summary>
    /// <param name="question">What is asked for, for example <c>Password</c>.</param>
    /// <param name="otherwise">What to do where there is no terminal.</param>
    public static string AskHidden(string question, string otherwise)
    {
        if (Console.IsInputRedirected)
        {
            throw new StartupFailure($"There is no terminal to ask for it ({question.ToLowerInvariant()}). {otherwise}");
        }

        Console.Error.Write($"{question}: ");
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
