using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What makes an app acceptable beyond the lengths that the schema says.</summary>
internal static class AppRules
{
    /// <summary>Refuses an app with a blank name or an address that a browser should not follow.</summary>
    /// <exception cref="ProcedureException">Names every bad field.</exception>
    public static void Check(App app)
    {
        List<InputProblem> problems = [];
        if (app.Name.Length == 0)
        {
            problems.Add(new("name", "The name is blank. Give 1 to 64 characters."));
        }

        if (app.IconUrl is { } icon && !WebAddress.IsPicture(icon))
        {
            problems.Add(new("iconUrl", WebAddress.PictureHint));
        }

        Web("href", app.Href);
        Web("pingUrl", app.PingUrl);
        if (problems.Count > 0)
        {
            throw ProcedureErrors.InvalidInput(problems);
        }

        void Web(string path, string? address)
        {
            if (address is not null && !WebAddress.IsWeb(address))
            {
                problems.Add(new(path, "Give a full address that starts with http:// or https://."));
            }
        }
    }
}
