using System.Text.Json;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

/// <summary>Gives each test a house of its own on one database engine.</summary>
public abstract class HouseTests(Dialect dialect, Action<IServiceCollection>? more = null) : IAsyncLifetime
{
    private House? house;

    private protected House House => house!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => house = await House.StartAsync(dialect, more);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (house is not null)
        {
            await house.DisposeAsync();
        }
    }

    protected static string[] Names(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(item => Text(item, "name")!)];

    protected static string? Text(JsonElement item, string property) => item.TryGetProperty(property, out var value) ? value.GetString() : null;
}
