using System.Text.Json;
using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

public sealed class ToolUsageOnSqlite() : ToolUsageTests(Dialect.Sqlite);

public sealed class ToolUsageOnPostgreSql() : ToolUsageTests(Dialect.PostgreSql);

public abstract class ToolUsageTests(Dialect dialect) : HouseTests(dialect)
{
    private ToolUsage Usage => House.Services.GetRequiredService<ToolUsage>();

    [Fact]
    public async Task Calls_of_ai_clients_are_counted_with_errors_times_and_bytes()
    {
        await CallAsync("app.list", "mcp");
        await CallAsync("app.list", "mcp");
        await CallAsync("app.get", "mcp", """{"app":"nothing"}""");
        await CallAsync("info.get", "dashboard");
        Usage.Sent(Definition("app.list"), "mcp", 1000);
        Usage.Sent(Definition("app.list"), "mcp", 500);

        var used = await UsedAsync();

        Assert.Equal(["app.list", "app.get"], used.Select(tool => Text(tool, "path")));
        Assert.Equal((2, 0, 1500), (Number(used[0], "calls"), Number(used[0], "errors"), Number(used[0], "sentBytes")));
        Assert.Equal((1, 1), (Number(used[1], "calls"), Number(used[1], "errors")));
        Assert.Equal(("app_list", "2026-01-01T00:00:00Z"), (Text(used[0], "tool"), Text(used[0], "lastCallAt")));
    }

    [Fact]
    public void Percentiles_are_right_to_a_tenth()
    {
        var counts = new DurationCounts();
        foreach (var milliseconds in Enumerable.Range(1, 1000))
        {
            counts.Add(TimeSpan.FromMilliseconds(milliseconds));
        }

        Assert.InRange(counts.Percentile(0.5)!.Value, 0.450, 0.550);
        Assert.InRange(counts.Percentile(0.95)!.Value, 0.855, 1.045);
        Assert.Equal(counts.ToString(), DurationCounts.Parse(counts.ToString()).ToString());
        Assert.Null(new DurationCounts().Percentile(0.5));
    }

    [Fact]
    public async Task Counts_outlive_the_process_and_add_up_over_days()
    {
        await CallAsync("app.list", "mcp");
        await Usage.KeepAsync(Cancellation);
        await CallAsync("app.list", "mcp");
        await Usage.KeepAsync(Cancellation);
        House.Clock.Advance(TimeSpan.FromDays(1));
        await CallAsync("app.list", "mcp");

        Assert.Equal(3, Number(Assert.Single(await UsedAsync()), "calls"));
        Assert.Equal(1, Number(Assert.Single(await UsedAsync("""{"days":1}""")), "calls"));
        Assert.Equal(2, await House.QueryAsync<long>("SELECT calls FROM tool_usage"));

        await Usage.KeepAsync(Cancellation);
        Assert.Equal(2, await House.QueryAsync<long>("SELECT COUNT(*) FROM tool_usage"));
        House.Clock.Advance(TimeSpan.FromDays(ToolUsage.KeptDays));
        await CallAsync("app.list", "mcp");
        await Usage.KeepAsync(Cancellation);
        Assert.Equal(1, await House.QueryAsync<long>("SELECT COUNT(*) FROM tool_usage"));
    }

    [Fact]
    public async Task What_cannot_be_kept_is_not_lost()
    {
        await CallAsync("app.list", "mcp");
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Usage.KeepAsync(ended.Token));
        await House.ExecuteAsync("ALTER TABLE tool_usage RENAME TO elsewhere", new { });
        await Assert.ThrowsAnyAsync<Exception>(() => Usage.KeepAsync(Cancellation));
        await House.ExecuteAsync("ALTER TABLE elsewhere RENAME TO tool_usage", new { });

        Assert.Equal(1, Number(Assert.Single(await UsedAsync()), "calls"));
    }

    [Fact]
    public async Task Only_who_may_switch_tools_sees_what_they_are_used_for() =>
        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(await House.AddUserAsync("ada"), "tools.usage")).Reason);

    private async Task CallAsync(string path, string surface, string input = "{}") =>
        await House.Services.GetRequiredService<ProcedureCaller>().CallAsync(path, System.Text.Encoding.UTF8.GetBytes(input), new(Caller.House, surface), Cancellation);

    private async Task<JsonElement[]> UsedAsync(string input = "{}") => [.. (await House.CallAsync(Caller.House, "tools.usage", input)).GetProperty("items").EnumerateArray()];

    private ProcedureDefinition Definition(string path) => House.Services.GetRequiredService<ProcedureCatalog>().Find(path)!.Definition;

    private static long Number(JsonElement tool, string property) => tool.GetProperty(property).GetInt64();
}
