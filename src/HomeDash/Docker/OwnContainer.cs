namespace HomeDash;

/// <summary>The container that HomeDash itself may run in: it cannot replace itself, as it would end halfway.</summary>
/// <param name="hostName">What this machine calls itself; inside a container, the start of its id unless somebody chose another.</param>
internal sealed class OwnContainer(string hostName)
{
    private const int ShortId = 12;

    public bool Is(string containerId) => hostName.Length >= ShortId && containerId.StartsWith(hostName, StringComparison.OrdinalIgnoreCase);
}
