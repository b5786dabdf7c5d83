using HomeDash.Procedures;

namespace HomeDash.Components.Tests.Integrations;

/// <summary>A service whose address says how it is: <c>toy://asleep</c> does not answer, <c>toy://strange</c> shows an unknown certificate.</summary>
internal sealed class ToyService : IIntegrationKind
{
    public static readonly string Fingerprint = string.Join(':', Enumerable.Repeat("AB", 32));

    public string Kind => "toy";

    public string Title => "Toy";

    public string ExampleUrl => "toy://well";

    public IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [[CredentialField.ApiKey], []];

    public string? CredentialsHint => "Its bottom shows the key.";

    public Type Client => typeof(ToyServiceClient);

    public IIntegrationClient Connect(Integration integration) => new ToyServiceClient(integration);
}

[Capability("toys")]
internal interface IToyService;

internal sealed class ToyServiceClient(Integration integration) : IToyService, IIntegrationClient
{
    public Task<ServiceVersion> TestAsync(CancellationToken cancellationToken) => integration switch
    {
        { Url: "toy://asleep" } => throw ProcedureErrors.Unreachable("Nobody is awake. Wake the toy."),
        { Url: "toy://strange", Fingerprint: null } => throw new ProcedureException(new(
            ProcedureErrorCode.BadGateway, ErrorReason.Untrusted, $"The certificate is not trusted. Trust it by its fingerprint: {ToyService.Fingerprint}")),
        { Credentials.ApiKey: { } key } when key.Reveal() != "right" => throw new ProcedureException(new(
            ProcedureErrorCode.BadGateway, ErrorReason.CredentialsRefused, "The toy does not know this key.")),
        _ => Task.FromResult(new ServiceVersion("Toy", "3.1")),
    };
}
