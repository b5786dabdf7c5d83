using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What a group can be allowed to do with calendars.</summary>
[PermissionSet]
public static class CalendarPermissions
{
    /// <summary>See what comes out and when, what is missing and what is being fetched.</summary>
    public const string View = "calendar.view";
}
