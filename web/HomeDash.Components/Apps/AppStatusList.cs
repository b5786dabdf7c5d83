namespace HomeDash.Components.Apps;

/// <summary>How the apps on a page are.</summary>
/// <param name="ById">The statuses by the ids of the apps.</param>
public sealed record AppStatusList(IReadOnlyDictionary<string, AppStatus> ById)
{
    /// <summary>Nothing is known.</summary>
    public static AppStatusList None { get; } = new(new Dictionary<string, AppStatus>());

    /// <summary>How an app is; null when that is not known here.</summary>
    public AppStatus? Of(App app) => ById.GetValueOrDefault(app.Id);
}
