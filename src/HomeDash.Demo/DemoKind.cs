namespace HomeDash.Demo;

/// <summary>A kind whose services live in this process and need neither address nor credentials.</summary>
/// <typeparam name="TClient">The service itself.</typeparam>
/// <param name="kind">Its word in <see cref="Integration.Kind"/>.</param>
/// <param name="title">What it calls itself.</param>
internal abstract class DemoKind<TClient>(string kind, string title) : IIntegrationKind
    where TClient : class, IIntegrationClient
{
    public string Kind => kind;

    public string Title => title;

    public string ExampleUrl => $"demo://{kind}";

    public IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [[]];

    public string? CredentialsHint => null;

    public Type Client => typeof(TClient);

    /// <summary>Makes a service as it is when the house is new.</summary>
    public abstract IIntegrationClient Connect(Integration integration);
}
