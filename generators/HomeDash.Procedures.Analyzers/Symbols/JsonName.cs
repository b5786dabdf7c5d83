namespace HomeDash.Procedures.Analyzers;

/// <summary>Names as JSON has them.</summary>
internal static class JsonName
{
    /// <summary>By the rule of <c>JsonNamingPolicy.CamelCase</c>: a leading run of capitals is lowered but for the start of the next word.</summary>
    public static string Of(string name)
    {
        var run = name.TakeWhile(char.IsUpper).Count();
        var lowered = run > 1 && run < name.Length && char.IsLetter(name[run]) ? run - 1 : run;
        return name.Substring(0, lowered).ToLowerInvariant() + name.Substring(lowered);
    }

    /// <summary>The words that a name is made of: <c>containerId</c> has <c>container</c> and <c>Id</c>.</summary>
    public static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || (char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])))))
            {
                yield return name.Substring(start, i - start);
                start = i;
            }
        }
    }
}
