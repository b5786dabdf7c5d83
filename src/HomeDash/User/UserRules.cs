using System.Text.RegularExpressions;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What makes a user's name and password acceptable.</summary>
internal static partial class UserRules
{
    public const string NamePattern = "^[A-Za-z0-9._-]{3,64}$";
    public const int ShortestPassword = 8;
    public const int LongestPassword = 128;

    /// <summary>Names that differ only in case are the same name.</summary>
    public static string Fold(string name) => name.ToLowerInvariant();

    /// <exception cref="ProcedureException">Names every bad field; never tells the password.</exception>
    public static void Check(string name, Secret password)
    {
        List<InputProblem> problems = [];
        if (!NameShape.IsMatch(name))
        {
            problems.Add(new("name", "Give 3 to 64 letters, digits, dots, underscores or hyphens."));
        }

        CheckPassword(password, problems);
        if (problems.Count > 0)
        {
            throw ProcedureErrors.InvalidInput(problems);
        }
    }

    /// <exception cref="ProcedureException">The password is too short or too long.</exception>
    public static void Check(Secret password)
    {
        List<InputProblem> problems = [];
        CheckPassword(password, problems);
        if (problems.Count > 0)
        {
            throw ProcedureErrors.InvalidInput(problems);
        }
    }

    private static void CheckPassword(Secret password, List<InputProblem> problems)
    {
        if (password.Reveal().Length is < ShortestPassword or > LongestPassword)
        {
            problems.Add(new("password", $"Give {ShortestPassword} to {LongestPassword} characters."));
        }
    }

    // \z and not $: a name must not end in a line break.
    [GeneratedRegex("^[A-Za-z0-9._-]{3,64}\\z")]
    private static partial Regex NameShape { get; }
}
