namespace HomeDash.Procedures;

/// <summary>How far a mutation reaches.</summary>
public enum Effect
{
    /// <summary>Adds something; nothing that was there is altered.</summary>
    Create,

    /// <summary>Alters something that is there, in a way that can be altered back.</summary>
    Change,

    /// <summary>Loses something that cannot be had back from HomeDash.</summary>
    Destroy,

    /// <summary>Reaches beyond the house: other people or paid services notice.</summary>
    External,
}
