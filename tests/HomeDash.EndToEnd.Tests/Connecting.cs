using System.Net.Http.Json;
using HomeDash.Testing;

namespace HomeDash.EndToEnd.Tests;

/// <summary>Connects services to a running house as a program does.</summary>
internal static class Connecting
{
    /// <summary>Connects a service that signs in with a key.</summary>
    /// <param name="house">The house.</param>
    /// <param name="key">An API key of somebody who may do it.</param>
    /// <param name="kind">Which service.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="url">Where it is.</param>
    /// <param name="secret">Its key; null when it asks for none.</param>
    public static async Task ConnectAsync(this RunningHouse house, string key, string kind, string name, Uri url, string? secret)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(house.Address, "api/v1/integration/create"))
        {
            Content = JsonContent.Create(new { kind, name, url, apiKey = secret }),
            Headers = { { "ApiKey", key } },
        };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Connects a service that signs in with a user, from the shell.</summary>
    /// <param name="house">The house.</param>
    /// <param name="kind">Which service.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="service">The service.</param>
    public static async Task ConnectAsync(this RunningHouse house, string kind, string name, TestService service)
    {
        var connected = await CommandLine.RunAsync(
            house.DataFolder,
            ["integrations", "add", "--kind", kind, "--name", name, "--url", service.Url.ToString(), "--username", service.Username, "--secret-stdin"],
            service.Secret + "\n");
        Assert.True(connected.Code == 0, connected.Error);
    }
}
