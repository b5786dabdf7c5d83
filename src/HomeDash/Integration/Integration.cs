namespace HomeDash;

/// <summary>One configured connection to a service.</summary>
/// <param name="Id">Its id, which never changes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Kind">Which service it is, for example <c>docker</c>.</param>
/// <param name="Url">Where the service is, for example <c>unix:///var/run/docker.sock</c>.</param>
public sealed record Integration(string Id, string Name, string Kind, string Url);
