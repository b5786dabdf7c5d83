using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace HomeDash.Benchmarks.Http;

/// <summary>
/// As little as can be: ASP.NET Core, a key compared by its SHA-256, the request parsed, and an answer that lies ready.
/// What HomeDash costs more than this is what its protocol, its pipeline and its database cost.
/// </summary>
internal static class BareServer
{
    public const string Key = "bare.0123456789abcdef0123456789abcdef";

    private static readonly byte[] Known = SHA256.HashData(Encoding.UTF8.GetBytes(Key));

    /// <summary>Listens on a port of its own, which it prints, until its input ends.</summary>
    /// <param name="folder">Holds the answers, each in a file with the name of its method.</param>
    public static async Task RunAsync(string folder)
    {
        var answers = Directory.EnumerateFiles(folder).ToDictionary(file => Path.GetFileName(file).Replace('-', '/'), File.ReadAllBytes);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapPost("/api/mcp/mcp", http => AnswerAsync(http, answers));
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    private static async Task AnswerAsync(HttpContext http, Dictionary<string, byte[]> answers)
    {
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(http.Request.Headers["ApiKey"].ToString()));
        if (!CryptographicOperations.FixedTimeEquals(given, Known))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var request = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        var answer = answers[request.RootElement.GetProperty("method").GetString()!];
        http.Response.ContentType = "text/event-stream";
        await http.Response.Body.WriteAsync(answer, http.RequestAborted);
    }
}
