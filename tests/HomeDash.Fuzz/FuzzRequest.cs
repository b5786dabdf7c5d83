namespace HomeDash.Fuzz;

/// <summary>A request before it is sent.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Body">The body; null for none.</param>
/// <param name="Headers">The headers besides the key; a null value leaves one of the usual out.</param>
public sealed record FuzzRequest(HttpMethod Method, string Path, byte[]? Body, IReadOnlyDictionary<string, string?> Headers)
{
    /// <summary>Whether the key is sent along.</summary>
    public bool SignedIn { get; init; } = true;

    /// <summary>As the client sends it.</summary>
    public HttpRequestMessage ToMessage(string key)
    {
        var message = new HttpRequestMessage(Method, Path);
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
        }

        if (SignedIn)
        {
            message.Headers.Add("ApiKey", key);
        }

        foreach (var (name, value) in Headers)
        {
            if (value is not null && !message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }
}
