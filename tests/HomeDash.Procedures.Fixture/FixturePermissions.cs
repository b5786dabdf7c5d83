namespace HomeDash.Procedures.Fixture;

/// <summary>What the fixture's procedures ask for.</summary>
[PermissionSet]
public static class FixturePermissions
{
    /// <summary>See the gadgets on the shelf.</summary>
    public const string View = "fixture.view";

    /// <summary>Change the gadgets on the shelf.</summary>
    public const string Change = "fixture.change";
}
