using HomeDash.Integrations;
using HomeDash.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests.Downloads;

/// <summary>Starts the namespace downloads over the clients of a test.</summary>
internal static class DownloadHouse
{
    /// <summary>Over clients that the test plays itself.</summary>
    public static Task<CapabilityHouse> StartAsync(params ScriptedDownloads[] clients) => CapabilityHouse.StartAsync(
        collection => collection.AddDownloads().AddSingleton(KindOf(clients)),
        [.. clients.Select(client => new Integration($"{client.Name}-id", client.Name, ScriptedKind.Word, ""))]);

    /// <summary>The kind of clients that the test plays itself; its word is <c>scripted</c>.</summary>
    public static IIntegrationKind KindOf(params ScriptedDownloads[] clients) => new ScriptedKind(clients);

    /// <summary>Over real clients, each called as its kind.</summary>
    public static Task<CapabilityHouse> StartAsync(params (string Kind, TestService Service)[] clients) => CapabilityHouse.StartAsync(
        collection => collection.AddDownloads().AddHomeDashIntegrations(),
        [.. clients.Select(client => new Integration($"{client.Kind}-id", client.Kind, client.Kind, client.Service.Url.ToString()) { Credentials = CredentialsOf(client.Kind, client.Service) })]);

    /// <summary>What a kind signs in with.</summary>
    public static Credentials CredentialsOf(string kind, TestService service) => kind switch
    {
        "aria2" or "sabNzbd" => new(ApiKey: new(service.Secret)),
        "deluge" => new(Password: new(service.Secret)),
        _ => new(service.Username, new(service.Secret)),
    };

    private sealed class ScriptedKind(ScriptedDownloads[] clients) : IIntegrationKind
    {
        public const string Word = "scripted";

        public string Kind => Word;

        public string Title => "A client of a test";

        public string ExampleUrl => "";

        public IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [[]];

        public string? CredentialsHint => null;

        public Type Client => typeof(ScriptedDownloads);

        public IIntegrationClient Connect(Integration integration) => clients.Single(client => client.Name == integration.Name);
    }
}
