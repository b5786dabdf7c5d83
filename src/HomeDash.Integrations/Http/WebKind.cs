namespace HomeDash.Integrations;

/// <summary>What kinds of services that are reached over HTTP have in common.</summary>
/// <typeparam name="TClient">The type of the clients.</typeparam>
/// <param name="kind">Its word in <see cref="Integration.Kind"/>.</param>
/// <param name="title">What the service calls itself.</param>
internal abstract class WebKind<TClient>(string kind, string title) : IIntegrationKind
    where TClient : class, IIntegrationClient
{
    /// <summary>For services that are open to everybody.</summary>
    protected static readonly IReadOnlyList<CredentialField> Nothing = [];

    /// <summary>For services with users.</summary>
    protected static readonly IReadOnlyList<CredentialField> User = [CredentialField.Username, CredentialField.Password];

    /// <summary>For services with keys.</summary>
    protected static readonly IReadOnlyList<CredentialField> Key = [CredentialField.ApiKey];

    public string Kind => kind;

    public string Title => title;

    public abstract string ExampleUrl { get; }

    public abstract IReadOnlyList<IReadOnlyList<CredentialField>> Credentials { get; }

    public virtual string? CredentialsHint => null;

    public Type Client => typeof(TClient);

    public abstract TClient Connect(Integration integration);

    IIntegrationClient IIntegrationKind.Connect(Integration integration) => Connect(integration);
}
