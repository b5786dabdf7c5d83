namespace HomeDash;

/// <summary>What the house as a whole is set to.</summary>
/// <param name="HomeBoard">Id of the board that people see first who have chosen none; none when there is no such board.</param>
/// <param name="CheckApps">Whether HomeDash asks again and again whether apps answer.</param>
/// <param name="SecretPaths">Whether AI clients may come in by secret paths.</param>
public sealed record HouseSettings(string? HomeBoard = null, bool CheckApps = true, bool SecretPaths = false);

/// <summary>A setting that can be put back to how it was delivered.</summary>
public enum HouseSetting
{
    /// <summary>The board that people see first who have chosen none.</summary>
    HomeBoard,

    /// <summary>Whether HomeDash asks again and again whether apps answer.</summary>
    CheckApps,

    /// <summary>Whether AI clients may come in by secret paths.</summary>
    SecretPaths,
}
