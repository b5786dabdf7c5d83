using System.ComponentModel.DataAnnotations;
using HomeDash.Generated;
using HomeDash.Procedures;
using HomeDash.Storage;

namespace HomeDash;

/// <summary>Integrations: the configured connections to the services of the house.</summary>
[Router("integration")]
internal sealed class IntegrationRouter(
    IntegrationStore store, Connections connections, IntegrationKinds kinds, ConnectionTrial trial, IntegrationView view, IntegrationLoader loader, GrantStore grants, HouseData data, Ids ids)
{
    /// <summary>Lists the kinds of services that HomeDash can connect to, with what each can do and what it signs in with.</summary>
    /// <param name="namespace">Only kinds that work for this namespace, for example downloads.</param>
    [Query(IntegrationPermissions.View, Title = "List kinds of integrations")]
    public Page<KindInfo> Kinds([MaxLength(64)] string? @namespace = null)
    {
        var found = kinds.All.Select(IntegrationView.Of).Where(kind => @namespace is null || kind.Namespaces.Contains(@namespace)).ToArray();
        return new(found, found.Length);
    }

    /// <summary>Lists the integrations with what each can do and how its service was when it was last asked.</summary>
    /// <param name="context">The run.</param>
    /// <param name="kind">Only integrations of this kind.</param>
    /// <param name="namespace">Only integrations that work for this namespace, for example downloads.</param>
    [Query(IntegrationPermissions.View)]
    [Resource("homedash://integrations", Title = "Integrations", Topics = ["integration", "integration.pulse"])]
    public Page<IntegrationInfo> List(ProcedureContext context, [MaxLength(64)] string? kind = null, [MaxLength(64)] string? @namespace = null)
    {
        var visible = connections.Integrations
            .Where(integration => context.Caller.HasAccess(integration.AsTarget(), Access.Use))
            .Where(integration => kind is null || integration.Kind == kind)
            .Select(integration => view.Of(integration, context.Caller))
            .Where(integration => @namespace is null || integration.Namespaces.Contains(@namespace))
            .OrderBy(integration => integration.Name, StringComparer.OrdinalIgnoreCase)
            .ToArray();
        return new(visible, visible.Length);
    }

    /// <summary>Shows one integration: its service, address, what it can do, and how it was when it was last asked.</summary>
    /// <param name="integration">The integration's name or id.</param>
    /// <param name="context">The run.</param>
    [Query(IntegrationPermissions.View)]
    public IntegrationInfo Get(IntegrationRef integration, ProcedureContext context) => view.Of(Stored(integration), context.Caller);

    /// <summary>Knows the names of integrations.</summary>
    /// <param name="text">What was typed of a name until now.</param>
    /// <param name="context">The run.</param>
    [Completes(IntegrationPermissions.View, typeof(IntegrationRef))]
    public TargetNames Names([MaxLength(100)] string text, ProcedureContext context) => TargetNames.Of(
        connections.Integrations.Where(integration => context.Caller.HasAccess(integration.AsTarget(), Access.Use)).Select(integration => integration.Name), text);

    /// <summary>Reaches the service of an integration and tells whether address, certificate, credentials, version and permission are right.</summary>
    /// <param name="integration">The integration's name or id.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(IntegrationPermissions.View)]
    public Task<IntegrationCheck> Test([Needs(Access.Interact)] IntegrationRef integration, CancellationToken cancellationToken) =>
        trial.ReportAsync(Stored(integration), cancellationToken);

    /// <summary>Connects a service. The connection is tested first, and nothing is stored when it does not work; a dry run only tests.</summary>
    /// <param name="kind">Which service, as integration.kinds lists them.</param>
    /// <param name="name">What people will call it; no two integrations have the same name.</param>
    /// <param name="url">The service's address, as the server reaches it.</param>
    /// <param name="context">The run.</param>
    /// <param name="username">The user to sign in with, where the service has users.</param>
    /// <param name="password">The user's password.</param>
    /// <param name="apiKey">The key or token to sign in with, where the service has one.</param>
    /// <param name="tokenId">The name of the token, where the service wants it beside the token.</param>
    /// <param name="fingerprint">SHA-256 of the service's certificate, to trust it although no authority vouches for it. The error of a first try shows it.</param>
    /// <param name="href">Where a browser opens the service, when that is another address.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(IntegrationPermissions.Manage, Effect.Create, Page = "/integrations")]
    public async Task<IntegrationInfo> Create(
        [StringLength(64, MinimumLength = 1)] string kind,
        [StringLength(64, MinimumLength = 1)] string name,
        [StringLength(500, MinimumLength = 1)] string url,
        ProcedureContext context,
        [StringLength(200, MinimumLength = 1)] string? username = null,
        Secret? password = null,
        Secret? apiKey = null,
        [StringLength(200, MinimumLength = 1)] string? tokenId = null,
        [StringLength(95, MinimumLength = 64)] string? fingerprint = null,
        [StringLength(500, MinimumLength = 1)] string? href = null,
        CancellationToken cancellationToken = default)
    {
        var integration = new Integration(ids.New(), name.Trim(), kinds.Get(kind).Kind, url.Trim())
        {
            Credentials = new(username, password, apiKey, tokenId),
            Fingerprint = fingerprint,
            Href = href,
        };
        integration = await TriedAsync(integration, cancellationToken).ConfigureAwait(false);
        await store.AddAsync(integration, cancellationToken).ConfigureAwait(false);
        data.AfterCommit(loader.LoadAsync);
        var info = view.Of(integration, context.Caller);
        context.Changes.Created("integration", integration.Id, info, IntegrationInfoJson.Write);
        return info;
    }

    /// <summary>Changes an integration. What is left out stays; a changed connection is tested first, and nothing is stored when it does not work.</summary>
    /// <param name="integration">The integration's name or id.</param>
    /// <param name="context">The run.</param>
    /// <param name="name">What people will call it; no two integrations have the same name.</param>
    /// <param name="url">The service's address, as the server reaches it.</param>
    /// <param name="username">The user to sign in with, where the service has users.</param>
    /// <param name="password">The user's password.</param>
    /// <param name="apiKey">The key or token to sign in with, where the service has one.</param>
    /// <param name="tokenId">The name of the token, where the service wants it beside the token.</param>
    /// <param name="fingerprint">SHA-256 of the service's certificate, to trust it although no authority vouches for it. The error of a first try shows it.</param>
    /// <param name="href">Where a browser opens the service, when that is another address.</param>
    /// <param name="clear">Fields to empty.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(IntegrationPermissions.Manage, Effect.Change, Idempotent = true, Page = "/integrations")]
    public async Task<IntegrationInfo> Update(
        [Needs(Access.Full)] IntegrationRef integration,
        ProcedureContext context,
        [StringLength(64, MinimumLength = 1)] string? name = null,
        [StringLength(500, MinimumLength = 1)] string? url = null,
        [StringLength(200, MinimumLength = 1)] string? username = null,
        Secret? password = null,
        Secret? apiKey = null,
        [StringLength(200, MinimumLength = 1)] string? tokenId = null,
        [StringLength(95, MinimumLength = 64)] string? fingerprint = null,
        [StringLength(500, MinimumLength = 1)] string? href = null,
        IReadOnlyList<IntegrationField>? clear = null,
        CancellationToken cancellationToken = default)
    {
        var before = Stored(integration);
        IntegrationField[] emptied = [.. clear ?? []];
        if (before.FromEnvironment && (url ?? before.Url) != before.Url)
        {
            throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState,
                $"The environment says where {before.Name} is. Change DOCKER_HOST and restart HomeDash, or add the other address as an integration of its own."));
        }

        var after = before with
        {
            Name = name?.Trim() ?? before.Name,
            Url = url?.Trim() ?? before.Url,
            Credentials = new(
                emptied.Contains(IntegrationField.Username) ? null : username ?? before.Credentials.Username,
                emptied.Contains(IntegrationField.Password) ? null : password ?? before.Credentials.Password,
                emptied.Contains(IntegrationField.ApiKey) ? null : apiKey ?? before.Credentials.ApiKey,
                emptied.Contains(IntegrationField.TokenId) ? null : tokenId ?? before.Credentials.TokenId),
            Fingerprint = emptied.Contains(IntegrationField.Fingerprint) ? null : fingerprint ?? before.Fingerprint,
            Href = emptied.Contains(IntegrationField.Href) ? null : href ?? before.Href,
        };

        // Credentials that are entered again may be right by now, and the client that holds them back learns of it by a test.
        var connectsAlike = after with { Name = before.Name, Href = before.Href } == before && password is null && apiKey is null;
        after = connectsAlike ? Checked(after) : await TriedAsync(after, cancellationToken).ConfigureAwait(false);
        if (after == before)
        {
            return view.Of(before, context.Caller);
        }

        await store.UpdateAsync(after, cancellationToken).ConfigureAwait(false);
        data.AfterCommit(loader.LoadAsync);
        var info = view.Of(after, context.Caller);
        context.Changes.Updated("integration", after.Id, view.Of(before, context.Caller), info, IntegrationInfoJson.Write);
        return info;
    }

    /// <summary>Disconnects a service for good, with its stored credentials. The service itself stays as it is.</summary>
    /// <param name="integration">The integration's name or id.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(IntegrationPermissions.Manage, Effect.Destroy)]
    public async Task<IntegrationInfo> Delete([Needs(Access.Full)] IntegrationRef integration, ProcedureContext context, CancellationToken cancellationToken)
    {
        var before = Stored(integration);
        if (before.FromEnvironment)
        {
            throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState,
                $"The environment configures {before.Name}, which would be back at the next start. Unset DOCKER_HOST, or unmount the socket, and restart HomeDash."));
        }

        await store.DeleteAsync(before.Id, cancellationToken).ConfigureAwait(false);
        await grants.ForgetTargetAsync(IntegrationTargets.Kind, before.Id, cancellationToken).ConfigureAwait(false);
        data.AfterCommit(loader.LoadAsync);
        var info = view.Of(before, context.Caller);
        context.Changes.Deleted("integration", before.Id, info, IntegrationInfoJson.Write);
        return info;
    }

    /// <summary>Lists who may do what with an integration, by a grant on it or on all integrations. Administrators may do everything and are not listed.</summary>
    /// <param name="integration">The integration's name or id.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(IntegrationPermissions.Manage, Title = "List access to integration")]
    public async Task<Page<AccessGrant>> ListAccess([Needs(Access.Full)] IntegrationRef integration, CancellationToken cancellationToken)
    {
        var held = await grants.OfTargetAsync(IntegrationTargets.Kind, integration.Resolved!.Id, cancellationToken).ConfigureAwait(false);
        return new(held, held.Count);
    }

    /// <summary>Lets a user or a group use, drive or configure an integration, or no longer. What was granted before on this integration is replaced.</summary>
    /// <param name="integration">The integration's name or id.</param>
    /// <param name="access">How far it goes: use to see it, interact to drive it, full to configure it; none takes it away.</param>
    /// <param name="context">The run.</param>
    /// <param name="user">The user who gets it, by name. Give either a user or a group.</param>
    /// <param name="group">The group whose members get it, by name.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(IntegrationPermissions.Manage, Effect.Change, Idempotent = true, Title = "Set access to integration")]
    public async Task<Page<AccessGrant>> SetAccess(
        [Needs(Access.Full)] IntegrationRef integration,
        GrantedAccess access,
        ProcedureContext context,
        [Needs(Access.Use)] UserRef? user = null,
        [Needs(Access.Use)] GroupRef? group = null,
        CancellationToken cancellationToken = default)
    {
        await grants.SetAsync(GrantHolder.OneOf(user, group), IntegrationTargets.Kind, integration.Resolved!.Id, access.AsAccess(), cancellationToken).ConfigureAwait(false);
        var info = view.Of(Stored(integration), context.Caller);
        context.Changes.Updated("integration", info.Id, info, info, IntegrationInfoJson.Write);
        return await ListAccess(integration, cancellationToken).ConfigureAwait(false);
    }

    private Integration Stored(IntegrationRef named) =>
        connections.Integrations.FirstOrDefault(integration => integration.Id == named.Resolved!.Id)
        ?? throw ProcedureErrors.NotFound(IntegrationRef.Noun, named.Given, []);

    private Integration Checked(Integration integration)
    {
        IntegrationRules.Check(integration, kinds.Get(integration.Kind));
        return integration.Fingerprint is { } fingerprint ? integration with { Fingerprint = CertificateFingerprint.Normalize(fingerprint) } : integration;
    }

    private async Task<Integration> TriedAsync(Integration integration, CancellationToken cancellationToken)
    {
        integration = Checked(integration);
        await trial.RunAsync(integration, cancellationToken).ConfigureAwait(false);
        return integration;
    }
}
