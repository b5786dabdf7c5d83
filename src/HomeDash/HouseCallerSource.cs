using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Calls as HomeDash itself: for the machine's own command line, where whoever has the data has everything.</summary>
public sealed class HouseCallerSource : ICallerSource
{
    /// <inheritdoc/>
    public string Surface => "cli";

    /// <inheritdoc/>
    public ValueTask<Caller> GetAsync(CancellationToken cancellationToken) => new(Caller.House);
}
