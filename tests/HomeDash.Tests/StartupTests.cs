using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

/// <summary>What happens before anything is served.</summary>
public sealed class StartupTests() : HouseTests(Dialect.Sqlite)
{
    [Fact]
    public async Task Afterwards_a_change_of_the_catalogue_is_told_to_the_table_of_tools()
    {
        await House.Services.GetRequiredService<HouseStartup>().InitializeAsync(Cancellation);
        await using var changes = House.Services.GetRequiredService<IChangeFeed>().ReadAsync("tools", Cancellation).GetAsyncEnumerator(Cancellation);

        await House.Services.GetRequiredService<Connections>().SetAsync([]);

        Assert.True(await changes.MoveNextAsync());
        Assert.Equal("tools", changes.Current.Topic);
    }

    [Fact]
    public async Task Starting_again_changes_nothing()
    {
        var startup = House.Services.GetRequiredService<HouseStartup>();
        await House.AddUserAsync("ada");

        await startup.InitializeAsync(Cancellation);
        await startup.InitializeAsync(Cancellation);

        Assert.Equal(["ada"], Names(await House.CallAsync(Caller.House, "user.list")));
    }
}
