namespace HomeDash.Tests;

/// <summary>A kind whose only client is at hand already.</summary>
internal sealed class OneClientKind(string kind, IIntegrationClient client) : IIntegrationKind
{
    public string Kind => kind;

    public string Title => kind;

    public string ExampleUrl => $"{kind}://here";

    public IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [[]];

    public string? CredentialsHint => null;

    public Type Client => client.GetType();

    public IIntegrationClient Connect(Integration integration) => client;
}
