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
        var answers = Directory.EnumerateFiles(folder).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);
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

    /// <summary>The name of the file with the answer to a request: its method, and the tool that it calls.</summary>
    public static string NameOf(ReadOnlyMemory<byte> body)
    {
        using var request = JsonDocument.Parse(body);
        return NameOf(request.RootElement);
    }

    private static string NameOf(JsonElement request) =>
        request.GetProperty("method").GetString() switch
        {
            "tools/call" => request.GetProperty("params").GetProperty("name").GetString()!,
            var method => method!.Replace('/', '-'),
        };

    private static async Task AnswerAsync(HttpContext http, Dictionary<string, byte[]> answers)
    {
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(http.Request.Headers["ApiKey"].ToString()));
        if (!CryptographicOperations.FixedTimeEquals(given, Known))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var request = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        var answer = answers[NameOf(request.RootElement)];
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(answer, http.RequestAborted);
    }
}
