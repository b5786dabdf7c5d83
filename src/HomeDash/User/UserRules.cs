using System.Text.RegularExpressions;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What makes a user's name and password acceptable.</summary>
internal static partial class UserRules
{
    private const int ShortestPassword = 8;
    private const int LongestPassword = 128;

    /// <summary>Names that differ only in case are the same name.</summary>
    public static string Fold(string name) => name.ToLowerInvariant();

    /// <exception cref="ProcedureException">Names every bad field; never tells the password.</exception>
    public static void Check(string name, Secret password) =>
        Refuse(NameShape.IsMatch(name) ? [.. ProblemsOf(password)] : [BadName, .. ProblemsOf(password)]);

    /// <exception cref="ProcedureException">The password is too short or too long.</exception>
    public static void Check(Secret password) => Refuse([.. ProblemsOf(password)]);

    private static InputProblem BadName => new("name", "Give 3 to 64 letters, digits, dots, underscores or hyphens.");

    // \z and not $: a name must not end in a line break.
    [GeneratedRegex("^[A-Za-z0-9._-]{3,64}\\z")]
    private static partial Regex NameShape { get; }

    private static IEnumerable<InputProblem> ProblemsOf(Secret password)
    {
        if (password.Reveal().Length is < ShortestPassword or > LongestPassword)
        {
            yield return new("password", $"Give {ShortestPassword} to {LongestPassword} characters.");
        }
    }

    private static void Refuse(IReadOnlyList<InputProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw ProcedureErrors.InvalidInput(problems);
        }
    }
}
