using HomeDash.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HomeDash.Integrations.Docker.Tests;

/// <summary>Something that listens on a Unix socket where an engine should, and answers what a real engine would not.</summary>
internal sealed class FakeEngine : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private readonly WebApplication server;

    private FakeEngine(RequestDelegate answer, RequestDelegate ping)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenUnixSocket(folder["s"]));
        server = builder.Build();
        server.Run(async context =>
        {
            if (context.Request.Path == "/_ping")
            {
                await ping(context);
                return;
            }

            Asked.Add(context.Request.Path);
            await answer(context);
        });
    }

    /// <summary>The paths that were asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Its address.</summary>
    public string Url => $"unix://{folder["s"]}";

    /// <summary>One that says in which version it speaks.</summary>
    public static Task<FakeEngine> StartAsync(RequestDelegate answer, string? apiVersion = "1.41") => StartAsync(answer, context =>
    {
        if (apiVersion is not null)
        {
            context.Response.Headers["Api-Version"] = apiVersion;
        }

        return context.Response.WriteAsync("OK");
    });

    /// <summary>One that answers to <c>/_ping</c> as the test wants.</summary>
    public static async Task<FakeEngine> StartAsync(RequestDelegate answer, RequestDelegate ping)
    {
        var engine = new FakeEngine(answer, ping);
        await engine.server.StartAsync(Engines.Cancellation);
        return engine;
    }

    /// <summary>Answers everything with the same JSON.</summary>
    public static RequestDelegate Says(string json, int status = 200) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    };

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync(new CancellationToken(canceled: true));
        await server.DisposeAsync();
        folder.Dispose();
    }
}
