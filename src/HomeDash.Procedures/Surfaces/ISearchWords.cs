namespace HomeDash.Procedures;

/// <summary>Words by which people ask for procedures and that do not stand in their names and descriptions.</summary>
public interface ISearchWords
{
    /// <summary>Words by namespace (<c>dnsHole</c>) or path (<c>dnsHole.enable</c>), separated by spaces.</summary>
    IReadOnlyDictionary<string, string> ByName { get; }
}
