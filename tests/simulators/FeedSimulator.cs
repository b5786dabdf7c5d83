using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomeDash.Simulators;

/// <summary>A server of calendar feeds: open, behind a password, or at an address that nobody guesses; it tells whether a feed has changed.</summary>
public sealed class FeedSimulator : IAsyncDisposable
{
    private LoopbackServer server = null!;
    private string calendar = "";
    private int version;

    private FeedSimulator()
    {
    }

    /// <summary>Where an open feed is.</summary>
    public Uri Open => new(server.Url, "open.ics");

    /// <summary>Where a feed is that wants the user <c>reader</c> with <see cref="Password"/>.</summary>
    public Uri Closed => new(server.Url, "closed.ics");

    /// <summary>Where the server is.</summary>
    public Uri Url => server.Url;

    /// <summary>The password of the closed feed.</summary>
    public string Password { get; set; } = "secret of the reader";

    /// <summary>The path of a feed that nobody guesses.</summary>
    public string SecretPath { get; } = "/remote.php/dav/public-calendars/secretToken?export&x=1";

    /// <summary>How often the feed was sent whole.</summary>
    public int Sent { get; private set; }

    /// <summary>How often it was said not to have changed.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Starts one.</summary>
    public static async Task<FeedSimulator> StartAsync(string calendar = "")
    {
        var simulator = new FeedSimulator();
        simulator.Write(calendar);
        simulator.server = await LoopbackServer.StartAsync(app =>
        {
            app.MapGet("/open.ics", simulator.Answer);
            app.MapGet("/closed.ics", (HttpRequest request) =>
                AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) && header is { Scheme: "Basic", Parameter: { } basic }
                    && Encoding.UTF8.GetString(Convert.FromBase64String(basic)) == $"reader:{simulator.Password}"
                    ? simulator.Answer(request) : Results.Unauthorized());
            app.MapGet("/remote.php/dav/public-calendars/secretToken", (HttpRequest request) => request.Query["x"] == "1" ? simulator.Answer(request) : Results.NotFound());
        });
        return simulator;
    }

    /// <summary>Sets what is in the calendar: the components between its beginning and its end.</summary>
    public void Write(string components)
    {
        calendar = $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Calendar//EN\r\nX-WR-CALNAME:Family\r\n{components.Trim().ReplaceLineEndings("\r\n")}\r\nEND:VCALENDAR\r\n".Replace("\r\n\r\n", "\r\n", StringComparison.Ordinal);
        version++;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private IResult Answer(HttpRequest request)
    {
        var tag = $"\"{version}\"";
        request.HttpContext.Response.Headers.ETag = tag;
        if (request.Headers.IfNoneMatch == tag)
        {
            Unchanged++;
            return Results.StatusCode(304);
        }

        Sent++;
        return Results.Text(calendar, "text/calendar", Encoding.UTF8);
    }
}
