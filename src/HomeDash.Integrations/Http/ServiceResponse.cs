using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HomeDash.Integrations;

/// <summary>What a service answered, whole.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers of the answer.</param>
/// <param name="MediaType">What the body says it is; null when it says nothing.</param>
/// <param name="Body">The body, decompressed.</param>
/// <param name="Errors">How errors of this service are worded.</param>
internal sealed record ServiceResponse(
    HttpStatusCode Status, System.Net.Http.Headers.HttpResponseHeaders Headers, string? MediaType, ReadOnlyMemory<byte> Body, ServiceErrors Errors)
{
    /// <summary>Whether the status is a success.</summary>
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>How long the service wants to be left alone; null when it does not say, or says a date.</summary>
    public TimeSpan? RetryAfter => Headers.RetryAfter?.Delta;

    /// <summary>This answer, when its status is a success.</summary>
    /// <exception cref="Procedures.ProcedureException">It is not.</exception>
    public ServiceResponse Succeeded() => IsSuccess ? this : throw Errors.Refused(Status, RetryAfter);

    /// <summary>The body of a success, read as JSON.</summary>
    /// <exception cref="Procedures.ProcedureException">The status is no success, or the body is not this JSON.</exception>
    public T Json<T>(JsonTypeInfo<T> type)
        where T : notnull
    {
        Succeeded();
        return JsonOfAnyStatus(type);
    }

    /// <summary>The body read as JSON, whatever the status.</summary>
    /// <exception cref="Procedures.ProcedureException">The body is not this JSON.</exception>
    public T JsonOfAnyStatus<T>(JsonTypeInfo<T> type)
        where T : notnull
    {
        try
        {
            return JsonSerializer.Deserialize(Body.Span, type) ?? throw Errors.MakesNoSense("nothing");
        }
        catch (JsonException)
        {
            throw Errors.MakesNoSense(LooksLikePage ? "a web page" : "JSON of another shape, or none");
        }
    }

    /// <summary>The body read as JSON, whatever the status; null when it is not this JSON.</summary>
    public T? TryJson<T>(JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Body.Span, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool LooksLikePage => MediaType == "text/html" || Text.AsSpan().TrimStart().StartsWith("<");
}
