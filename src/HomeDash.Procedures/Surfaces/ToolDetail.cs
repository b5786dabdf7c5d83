namespace HomeDash.Procedures;

/// <summary>How much a tool says of itself in a list of tools.</summary>
public enum ToolDetail
{
    /// <summary>Everything that the catalogue knows.</summary>
    Full,

    /// <summary>What a model needs in order to call it: no output schema, no title, and of each description the first sentence.</summary>
    Compact,
}
