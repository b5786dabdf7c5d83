using HomeDash.Procedures;

namespace HomeDash.Components.Groups;

/// <summary>Access as people say it.</summary>
internal static class AccessWords
{
    /// <summary>What may be done to what, and by which group: <c>Configure the integration nas (through Family)</c>.</summary>
    public static string Of(TargetAccess held)
    {
        var verb = held.Level switch
        {
            Access.Use => "See",
            Access.Interact => "Drive",
            _ => "Configure",
        };
        var what = held.Id == Caller.Everything ? $"every {held.Kind}" : $"the {held.Kind} {held.Name ?? held.Id}";
        return held.Group is null ? $"{verb} {what}" : $"{verb} {what} (through {held.Group})";
    }
}
