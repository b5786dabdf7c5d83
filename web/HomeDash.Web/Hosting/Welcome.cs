namespace HomeDash.Web.Hosting;

/// <summary>Tells the person at the terminal where HomeDash is and how to get in.</summary>
internal static class Welcome
{
    public static async Task PrintAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var address = app.Urls.FirstOrDefault() ?? "";
        var settled = await app.Services.GetRequiredService<Accounts>().AnyAsync(cancellationToken);
        Console.WriteLine($"""

              HomeDash is at {address}
              {(settled ? "Sign in with your name and password." : "Open it to create the first administrator.")}
              MCP endpoint: {address}/api/mcp/mcp (create a key on Tools → API)

            """);
    }
}
