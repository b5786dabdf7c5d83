namespace HomeDash;

/// <summary>The groups that came with HomeDash.</summary>
public static class BuiltInGroups
{
    /// <summary>Its members may do everything.</summary>
    public const string Administrators = "administrators";

    /// <summary>Every user belongs to it, without a row that says so.</summary>
    public const string Everyone = "everyone";
}
