namespace HomeDash.Http;

/// <summary>How subscriptions are served over HTTP.</summary>
public sealed class HttpOptions
{
    /// <summary>How often a stream without news says that it is still there.</summary>
    public TimeSpan Ping { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a stream goes on without its reader, who can come back for what was missed.</summary>
    public TimeSpan Keep { get; set; } = TimeSpan.FromSeconds(30);
}
