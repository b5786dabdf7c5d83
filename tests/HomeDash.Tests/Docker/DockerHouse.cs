using HomeDash.Integrations;
using HomeDash.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests.Docker;

/// <summary>The namespace docker over the engines of a test.</summary>
internal sealed class DockerHouse : CapabilityHouse
{
    private DockerHouse(ServiceProvider services)
        : base(services)
    {
    }

    /// <summary>Over engines that the test plays itself.</summary>
    public static Task<DockerHouse> StartAsync(params ScriptedEngine[] engines) => StartAsync(_ => { }, engines);

    /// <summary>Over engines that the test plays itself, in a house with something else in it.</summary>
    public static Task<DockerHouse> StartAsync(Action<IServiceCollection> more, params ScriptedEngine[] engines) =>
        OpenAsync(
            collection => more(collection.AddSingleton<IIntegrationKind>(new ScriptedKind(engines))),
            [.. engines.Select(engine => new Integration($"{engine.Name}-id", engine.Name, ScriptedKind.Word, ""))]);

    /// <summary>Over the real engine, called <c>nas</c>.</summary>
    public static Task<DockerHouse> StartAsync(TestDocker docker) =>
        OpenAsync(collection => collection.AddHomeDashIntegrations(), [new("nas-id", "nas", "docker", docker.Host)]);

    private static async Task<DockerHouse> OpenAsync(Action<IServiceCollection> more, IReadOnlyList<Integration> integrations)
    {
        var house = new DockerHouse(Build(collection => more(collection.AddDocker())));
        await house.ConnectAsync(integrations);
        return house;
    }

    private sealed class ScriptedKind(ScriptedEngine[] engines) : IIntegrationKind
    {
        public const string Word = "scripted";

        public string Kind => Word;

        public string Title => "An engine of a test";

        public string ExampleUrl => "";

        public IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [[]];

        public string? CredentialsHint => null;

        public Type Client => typeof(ScriptedEngine);

        public IIntegrationClient Connect(Integration integration) => engines.Single(engine => engine.Name == integration.Name);
    }
}
