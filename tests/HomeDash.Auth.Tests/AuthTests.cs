using System.Net;
using System.Net.Http.Json;
using HomeDash.Storage;

namespace HomeDash.Auth.Tests;

/// <summary>Gives each test a server of its own on one database engine.</summary>
public abstract class AuthTests(Dialect dialect) : IAsyncLifetime
{
    protected const string Password = "correct horse battery";

    private AuthHouse? house;

    private protected AuthHouse House => house!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => house = await AuthHouse.StartAsync(dialect, Cancellation);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (house is not null)
        {
            await house.DisposeAsync();
        }
    }

    private protected static async Task<Who> WhoAsync(HttpClient client) => (await client.GetFromJsonAsync<Who>("/api/who", Cancellation))!;

    private protected static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, Cancellation);
        return response.StatusCode;
    }

    private protected static void LeadsTo(string location, HttpResponseMessage response)
    {
        Assert.True((int)response.StatusCode is 302 or 303, $"{response.StatusCode} is no redirect");
        Assert.Equal(location, response.Headers.Location!.OriginalString);
    }
}
