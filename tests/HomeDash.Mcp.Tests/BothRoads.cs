using HomeDash.Procedures.Fixture;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;

namespace HomeDash.Mcp.Tests;

/// <summary>A request is answered with the same bytes, whichever road it takes.</summary>
public sealed class BothRoads
{
    /// <summary>Methods and the rest of their parameters; what is asked for is the same each time.</summary>
    public static TheoryData<string, string> Requests => new()
    {
        { "tools/list", "" },
        { "tools/list", """, "cursor":"x" """ },
        { "tools/call", """, "name":"lamp_get" """ },
        { "tools/call", """, "name":"lamp_list","arguments":{} """ },
        { "tools/call", """, "name":"lamp_nowhere" """ },
        { "tools/call", """, "name":"lamp_get","arguments":{"none":1} """ },
        { "tools/call", """, "name":5 """ },
        { "tools/call", "" },
        { "resources/list", "" },
        { "resources/templates/list", "" },
        { "resources/read", """, "uri":"fixture://gadget/lamp" """ },
        { "resources/read", """, "uri":"fixture://gadget/lmap" """ },
        { "resources/read", """, "uri":5 """ },
        { "prompts/list", "" },
        { "prompts/get", """, "name":"fixture_repair","arguments":{"gadget":"lamp"} """ },
        { "prompts/get", """, "name":"fixture_repair" """ },
        { "completion/complete", """, "ref":{"type":"ref/prompt","name":"fixture_repair"},"argument":{"name":"gadget","value":"l"} """ },
    };

    [Theory, MemberData(nameof(Requests))]
    public async Task Modern_requests(string method, string more)
    {
        await using var one = await McpHost.StartAsync(services => services.AddFixture());
        await using var other = await McpHost.StartAsync(services => services.AddFixture().AddSingleton(new Roads(AlwaysLong: true)));

        var brief = await one.ModernAsync(method, more, ("Mcp-Name", NameIn(more)));
        var lengthy = await other.ModernAsync(method, more, ("Mcp-Name", NameIn(more)));

        Assert.Equal(("application/json", "text/event-stream"), (brief.ContentType, lengthy.ContentType));
        Compare(brief, lengthy);
    }

    [Theory, MemberData(nameof(Requests))]
    public async Task Requests_of_before(string method, string more)
    {
        await using var one = await McpHost.StartAsync(services => services.AddFixture());
        await using var other = await McpHost.StartAsync(services => services.AddFixture().AddSingleton(new Roads(AlwaysLong: true)));
        var body = $$$"""{"jsonrpc":"2.0","id":"a","method":"{{{method}}}","params":{"_meta":{}{{{more}}} } }""";

        var (brief, lengthy) = (await one.PostAsync(body), await other.PostAsync(body));

        Assert.Equal(("application/json", "text/event-stream"), (brief.ContentType, lengthy.ContentType));
        Compare(brief, lengthy);
    }

    /// <summary>Checks that two servers, of which one takes the long road always, gave a client the same.</summary>
    internal static void Compare(RawAnswer brief, RawAnswer lengthy)
    {
        Assert.Equal(brief.Status, lengthy.Status);
        if (brief.ContentType != "text/event-stream" && lengthy.ContentType != "text/event-stream")
        {
            // Refused at the door, before there was a road to take.
            Assert.Equal(brief.Text, lengthy.Text);
            return;
        }

        Assert.Equal(brief.Message.GetProperty("id").GetRawText(), lengthy.Message.GetProperty("id").GetRawText());
        if (brief.Message.TryGetProperty("result", out var result))
        {
            Assert.True(lengthy.Message.TryGetProperty("result", out var other), lengthy.Text);
            Assert.Equal(result.GetRawText(), other.GetRawText());
        }
        else
        {
            // The SDK writes errors in its own order and escapes more, and refuses what a version does not have in words of its own.
            Assert.Equal(brief.ErrorCode, lengthy.ErrorCode);
            Assert.True(brief.ErrorCode == (int)McpErrorCode.MethodNotFound || brief.ErrorMessage == lengthy.ErrorMessage, $"{brief.Text}\n{lengthy.Text}");
        }
    }

    private static string NameIn(string more) => more.Split('"') is [_, "name" or "uri", _, var name, ..] ? name : "";
}
