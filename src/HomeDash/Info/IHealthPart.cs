namespace HomeDash;

/// <summary>A part of the house that can say how it is. Registered as a singleton by the part.</summary>
public interface IHealthPart
{
    /// <summary>Its name, for example <c>database</c>.</summary>
    string Name { get; }

    /// <summary>Finds out how it is.</summary>
    /// <returns>The status, and what was found in one sentence without secrets. An exception counts as failed, without its words.</returns>
    Task<(HealthStatus Status, string Message)> CheckAsync(CancellationToken cancellationToken);
}
