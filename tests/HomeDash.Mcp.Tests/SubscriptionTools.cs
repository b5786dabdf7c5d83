using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;

namespace HomeDash.Mcp.Tests;

/// <summary>A subscription as a tool.</summary>
public sealed class SubscriptionTools
{
    [Theory, InlineData("", 3, true), InlineData("endless", 100, false)]
    public async Task A_call_returns_what_came_and_whether_that_is_all(string mode, int count, bool ended)
    {
        await using var host = await McpHost.StartAsync();

        var result = await CallResults.CallAsync(host, "lamp_watch", mode);

        var content = result.StructuredContent!.Value;
        Assert.Equal(Enumerable.Range(1, count), content.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("n").GetInt32()));
        Assert.Equal(ended, content.GetProperty("ended").GetBoolean());
        Assert.Equal(content.GetRawText(), CallResults.Text(result));
    }

    [Fact]
    public async Task Silence_ends_when_the_time_is_up()
    {
        await using var host = await McpHost.StartAsync(services => services.AddSingleton<TimeProvider>(new Hasty()));

        var content = (await CallResults.CallAsync(host, "lamp_watch", "silent")).StructuredContent!.Value;

        Assert.Equal((0, false), (content.GetProperty("items").GetArrayLength(), content.GetProperty("ended").GetBoolean()));
    }

    [Fact]
    public async Task A_stream_that_breaks_is_an_error_with_its_reason()
    {
        await using var host = await McpHost.StartAsync();

        var result = await CallResults.CallAsync(host, "lamp_watch", "breaks");

        Assert.True(result.IsError);
        Assert.Equal("unreachable", CallResults.Error(result).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_tool_says_that_it_listens_and_for_how_long()
    {
        await using var host = await McpHost.StartAsync();
        await using var client = await host.ConnectAsync();

        var tool = (await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Single(tool => tool.Name == "lamp_watch").ProtocolTool;

        Assert.EndsWith("call again to go on listening.", tool.Description);
        var properties = tool.OutputSchema!.Value.GetProperty("properties");
        Assert.Equal("object", properties.GetProperty("items").GetProperty("items").GetProperty("type").GetString());
        Assert.Equal("boolean", properties.GetProperty("ended").GetProperty("type").GetString());
    }

    /// <summary>Five seconds are over at once.</summary>
    private sealed class Hasty : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == SubscriptionTool.Window ? TimeSpan.FromMilliseconds(50) : dueTime, period);
    }
}
