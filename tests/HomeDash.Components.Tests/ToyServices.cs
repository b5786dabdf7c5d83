namespace HomeDash.Components.Tests;

/// <summary>A kind whose one client is a toy of the test.</summary>
internal sealed class ToyServiceKind<TClient>(string kind, TClient client) : IIntegrationKind
    where TClient : class, IIntegrationClient
{
    public string Kind => kind;

    public string Title => kind;

    public string ExampleUrl => "toy://here";

    public IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [[]];

    public string? CredentialsHint => null;

    public Type Client => typeof(TClient);

    public IIntegrationClient Connect(Integration integration) => client;
}
