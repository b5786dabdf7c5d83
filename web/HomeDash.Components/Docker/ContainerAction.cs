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
        _ => IconName.Remove,
    };

    /// <summary>What has been done once it worked: <c>Restarted</c>.</summary>
    public static string Done(this ContainerAction action) => action switch
    {
        ContainerAction.Start => "Started",
        ContainerAction.Stop => "Stopped",
        ContainerAction.Restart => "Restarted",
        _ => "Removed",
    };

    public static bool Suits(this ContainerAction action, Container container) => action switch
    {
        ContainerAction.Start => !container.Runs(),
        ContainerAction.Stop => container.Runs(),
        _ => true,
    };

    public static bool Runs(this Container container) => container.State is RunState.Running or RunState.Restarting or RunState.Paused;
}
