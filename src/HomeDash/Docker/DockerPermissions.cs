using HomeDash.Procedures;

namespace HomeDash;

/// <summary>What a group can be allowed to do with containers.</summary>
[PermissionSet]
public static class DockerPermissions
{
    /// <summary>See containers, what they use, their logs and their events.</summary>
    public const string View = "docker.view";

    /// <summary>Start, stop, restart and pause containers.</summary>
    public const string Control = "docker.control";

    /// <summary>Pull images and make containers anew from them.</summary>
    public const string Update = "docker.update";

    /// <summary>Remove containers, images, networks and volumes.</summary>
    public const string Remove = "docker.remove";
}
