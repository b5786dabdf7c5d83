namespace HomeDash;

/// <summary>What a container is doing after something was done to it, read back from its engine.</summary>
/// <param name="Id">Its full id.</param>
/// <param name="Name">Its name, without a leading slash.</param>
/// <param name="Engine">The name of the engine it is on.</param>
/// <param name="State">What it is doing now.</param>
/// <param name="Health">What its health check says.</param>
/// <param name="StartedAt">When it was last started, UTC.</param>
/// <param name="ExitCode">What its process ended with; absent while it runs.</param>
/// <param name="Note">What is worth knowing, for example that it was running already.</param>
public sealed record ContainerState(
    string Id,
    string Name,
    string Engine,
    RunState State,
    ContainerHealth Health = ContainerHealth.None,
    DateTimeOffset? StartedAt = null,
    int? ExitCode = null,
    string? Note = null)
{
    internal static ContainerState Of(ContainerDetails details, string? note) => new(
        details.Id, details.Name, details.Engine, details.State, details.Health, details.StartedAt, details.ExitCode, note);
}
