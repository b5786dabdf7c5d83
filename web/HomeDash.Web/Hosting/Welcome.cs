using HomeDash.Demo;

namespace HomeDash.Web.Hosting;

/// <summary>Tells the person at the terminal where HomeDash is and how to get in.</summary>
internal static class Welcome
{
    /// <summary>Tells how to get into the demo house. Its password and key open nothing else, and change with every start.</summary>
    public static void PrintDemo(WebApplication app, DemoTenant tenant)
    {
        var address = app.Urls.FirstOrDefault() ?? "";
        Console.WriteLine($"""

              The demo house of HomeDash is at {address}
              Sign in as {tenant.Name} with the password {tenant.Password}
              MCP endpoint: {address}/api/mcp/mcp
              API key: {tenant.Key}

            """);
    }

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
