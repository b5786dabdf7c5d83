using HomeDash.Components.Shared;

namespace HomeDash.Components.Docker;

/// <summary>What can be done with containers on the page.</summary>
public enum ContainerAction
{
    /// <summary>Start.</summary>
    Start,

    /// <summary>Stop.</summary>
    Stop,

    /// <summary>Restart.</summary>
    Restart,

    /// <summary>Pause.</summary>
    Pause,

    /// <summary>Unpause.</summary>
    Unpause,

    /// <summary>Pull the newer image and make anew, after a question.</summary>
    Update,

    /// <summary>Remove, after a question.</summary>
    Remove,
}

/// <summary>How the actions look and where they make sense.</summary>
internal static class ContainerActions
{
    public static IconName Picture(this ContainerAction action) => action switch
    {
        ContainerAction.Start => IconName.Play,
        ContainerAction.Stop => IconName.Stop,
        ContainerAction.Restart => IconName.Restart,
        ContainerAction.Pause => IconName.Pause,
        ContainerAction.Unpause => IconName.Play,
        ContainerAction.Update => IconName.Update,
        _ => IconName.Remove,
    };

    /// <summary>What has been done once it worked: <c>Restarted</c>.</summary>
    public static string Done(this ContainerAction action) => action switch
    {
        ContainerAction.Start => "Started",
        ContainerAction.Stop => "Stopped",
        ContainerAction.Restart => "Restarted",
        ContainerAction.Pause => "Paused",
        ContainerAction.Unpause => "Unpaused",
        ContainerAction.Update => "Updated",
        _ => "Removed",
    };

    public static bool Suits(this ContainerAction action, Container container) => action switch
    {
        ContainerAction.Start => !container.Runs(),
        ContainerAction.Stop => container.Runs(),
        ContainerAction.Pause => container.State == RunState.Running,
        ContainerAction.Unpause => container.State == RunState.Paused,
        _ => true,
    };

    /// <summary>Whether a row of its own has a button for it; the bar of the selected ones has all.</summary>
    public static bool Standing(this ContainerAction action) => action is not (ContainerAction.Pause or ContainerAction.Update);

    public static bool Runs(this Container container) => container.State is RunState.Running or RunState.Restarting or RunState.Paused;

    /// <summary>Whether something is wrong with it that does not pass by itself.</summary>
    public static bool IsTroubled(this Container container) =>
        container.Health == ContainerHealth.Unhealthy || container.State is RunState.Restarting or RunState.Dead;
}
