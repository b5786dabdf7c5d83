using HomeDash.Procedures;

namespace HomeDash.Tests;

/// <summary>A service of these tests. Its address says how it behaves: <c>toy://well</c>, <c>toy://asleep</c>, <c>toy://strange</c>; its key is <c>right</c>.</summary>
internal sealed class ToyKind : IIntegrationKind
{
    public string Kind => "toy";

    public string Title => "Toy";

    public string ExampleUrl => "toy://well";

    public IReadOnlyList<IReadOnlyList<CredentialField>> Credentials => [[], [CredentialField.ApiKey], [CredentialField.Username, CredentialField.Password]];

    public string? CredentialsHint => "Its bottom shows the key.";

    public Type Client => typeof(ToyClient);

    public IIntegrationClient Connect(Integration integration) =>
        integration.Url.StartsWith("toy://", StringComparison.Ordinal) ? new ToyClient(integration) : throw ProcedureErrors.InvalidInput("url", "The address must begin with toy://.");
}

[Capability("toys")]
internal interface IToy
{
    Task<string> SayAsync(CancellationToken cancellationToken);
}

internal sealed class ToyClient(Integration integration) : IToy, IIntegrationClient, IDisposable
{
    public bool Closed { get; private set; }

    /// <summary>How often it was asked.</summary>
    public int Asked { get; private set; }

    /// <summary>What it answers; null when it does not work.</summary>
    public string? Words { get; set; } = "hello";

    /// <summary>Answers wait for this.</summary>
    public Task Pause { get; set; } = Task.CompletedTask;

    public async Task<ServiceVersion> TestAsync(CancellationToken cancellationToken)
    {
        switch (integration.Url)
        {
            case "toy://asleep":
                throw ProcedureErrors.Unreachable("Nobody is awake. Wake the toy.");
            case "toy://hangs":
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
        }

        return integration.Credentials.ApiKey?.Reveal() is null or "right"
            ? new("Toy", "3.1")
            : throw new ProcedureException(new(ProcedureErrorCode.BadGateway, ErrorReason.CredentialsRefused, "The toy does not know this key."));
    }

    public async Task<string> SayAsync(CancellationToken cancellationToken)
    {
        Asked++;
        var words = Words;
        await Pause.WaitAsync(cancellationToken);
        return words ?? throw ProcedureErrors.ServiceFailed("The toy is broken.");
    }

    public void Dispose() => Closed = true;
}
