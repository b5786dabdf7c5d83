using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Shows integrations and kinds to callers.</summary>
internal sealed class IntegrationView(IntegrationKinds kinds, ConnectionPulse pulse)
{
    /// <summary>An integration as one caller sees it.</summary>
    public IntegrationInfo Of(Integration integration, Caller caller)
    {
        var kind = kinds.Find(integration.Kind);
        var target = integration.AsTarget();
        return new(
            integration.Id,
            integration.Name,
            integration.Kind,
            kind?.Title ?? integration.Kind,
            integration.Url,
            integration.Href,
            kind is null ? [] : IntegrationKinds.CapabilitiesOf(kind),
            integration.Credentials.Username,
            integration.Credentials.TokenId,
            integration.Credentials.Given,
            integration.Fingerprint,
            integration.FromEnvironment,
            caller.HasAccess(target, Access.Full) ? Access.Full : caller.HasAccess(target, Access.Interact) ? Access.Interact : Access.Use,
            HealthOf(integration));
    }

    /// <summary>A kind as callers see it.</summary>
    public static KindInfo Of(IIntegrationKind kind) => new(
        kind.Kind, kind.Title, IntegrationKinds.CapabilitiesOf(kind), kind.ExampleUrl, [.. kind.Credentials.Select(set => new CredentialSet(set))], kind.CredentialsHint);

    private IntegrationHealth? HealthOf(Integration integration) =>
        pulse.Of(integration.Id) is { } beat ? new(beat.Error is null, beat.At, beat.Error?.Reason.ToWire(), beat.Error?.Message) : null;
}
