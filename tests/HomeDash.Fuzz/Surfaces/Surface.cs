using System.Net;
using System.Text.Json;

namespace HomeDash.Fuzz;

/// <summary>One way to call HomeDash over HTTP.</summary>
/// <param name="name">As the report calls it.</param>
public abstract class Surface(string name)
{
    /// <summary>As the report calls it.</summary>
    public string Name { get; } = name;

    /// <summary>A request that a house with this surface answers with success.</summary>
    public abstract HttpRequestMessage Probe();

    /// <summary>One request: some are as they should be, most are not.</summary>
    public abstract FuzzRequest Make(Random random);

    /// <summary>What is wrong with an answer; null when nothing is.</summary>
    public string? Problem(HttpResponseMessage answer, byte[] body)
    {
        if (answer.StatusCode >= HttpStatusCode.InternalServerError)
        {
            return $"answered {(int)answer.StatusCode}: {Shown(body)}";
        }

        try
        {
            return Look(answer, body);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return $"answered {(int)answer.StatusCode} with what is not well-formed ({exception.Message}): {Shown(body)}";
        }
    }

    /// <summary>What is wrong with an answer that is no 5xx.</summary>
    protected abstract string? Look(HttpResponseMessage answer, byte[] body);

    /// <summary>The start of a body, for messages.</summary>
    protected static string Shown(byte[] body)
    {
        var text = System.Text.Encoding.UTF8.GetString(body);
        return text.Length > 400 ? text[..400] + "…" : text;
    }

    /// <summary>One of several.</summary>
    protected static T Any<T>(Random random, params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];
}
