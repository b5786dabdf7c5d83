namespace HomeDash;

/// <summary>An integration that environment variables configure. Registered as a singleton by the service it belongs to; none is kept when the variables are gone.</summary>
/// <param name="Kind">Which service it is.</param>
/// <param name="Find">What the environment says now: a name for a new integration, and where the service is; null when it says nothing.</param>
public sealed record IntegrationFromEnvironment(string Kind, Func<(string Name, string Url)?> Find);
