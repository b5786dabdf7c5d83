using System.Security.Cryptography;
using HomeDash.Procedures;

namespace HomeDash.Demo;

/// <summary>Furnishes a data folder as the demo house: its services, some apps, and somebody who may do everything.</summary>
/// <param name="calls">The pipeline.</param>
/// <param name="accounts">Who is there already.</param>
/// <param name="kinds">The services of the demo house, among others.</param>
public sealed class DemoHouse(ProcedureCaller calls, Accounts accounts, IEnumerable<IIntegrationKind> kinds)
{
    private const string Tenant = "admin";
    private const string KeyName = "demo";

    private static readonly (string Name, string Description, string Href, string Icon)[] Apps =
    [
        ("Plex", "Films and series", "http://nas.home:32400", "plex"),
        ("Grafana", "Charts of the house", "http://nas.home:3000", "grafana"),
        ("Home Assistant", "Lights, heating and doors", "http://nas.home:8123", "homeassistant"),
        ("Nextcloud", "Files and calendars", "http://nas.home:8088", "nextcloud"),
    ];

    private readonly HomeDashCaller caller = new(new(calls, new HouseCallerSource()));

    /// <summary>Furnishes what is not furnished yet, and gives the tenant a new password and a new key.</summary>
    /// <exception cref="ProcedureException">Somebody else's house is in the data folder.</exception>
    public async Task<DemoTenant> MoveInAsync(CancellationToken cancellationToken)
    {
        var services = kinds.Where(kind => kind.ExampleUrl.StartsWith("demo://", StringComparison.Ordinal)).ToArray();
        var there = (await caller.Integration.ListAsync(cancellationToken: cancellationToken).ConfigureAwait(false)).Items.Select(integration => integration.Kind).ToHashSet();
        var password = RandomNumberGenerator.GetHexString(16, lowercase: true);
        if (!await accounts.AnyAsync(cancellationToken).ConfigureAwait(false))
        {
            await accounts.CreateFirstAsync(Tenant, new(password), cancellationToken).ConfigureAwait(false);
            foreach (var (name, description, href, icon) in Apps)
            {
                await caller.App.CreateAsync(name, description, $"/icons/simple-icons/{icon}.svg", href, cancellationToken: cancellationToken).ConfigureAwait(false);
            }

            await DemoBoards.CreateAsync(caller, cancellationToken).ConfigureAwait(false);
        }
        else if (there.Overlaps(services.Select(service => service.Kind)))
        {
            await caller.User.ChangePasswordAsync(new(password), user: new UserRef(Tenant), cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        else
        {
            throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState,
                "The data folder holds a house already, and the demo does not move into it. Name another folder in HOMEDASH_DATA, or leave it out."));
        }

        foreach (var service in services.Where(service => !there.Contains(service.Kind)))
        {
            await caller.Integration.CreateAsync(service.Kind, service.Title, service.ExampleUrl, cancellationToken: cancellationToken).ConfigureAwait(false);
        }

        return new(Tenant, password, await NewKeyAsync(cancellationToken).ConfigureAwait(false));
    }

    private async Task<string> NewKeyAsync(CancellationToken cancellationToken)
    {
        foreach (var old in (await caller.ApiKeys.ListAsync(cancellationToken).ConfigureAwait(false)).Items.Where(key => key is { Name: KeyName, RevokedAt: null }))
        {
            await caller.ApiKeys.RevokeAsync(old.Id, cancellationToken).ConfigureAwait(false);
        }

        return (await caller.ApiKeys.CreateAsync(KeyName, user: new UserRef(Tenant), cancellationToken: cancellationToken).ConfigureAwait(false)).Token.Reveal();
    }
}

/// <summary>Who may do everything in the demo house, until the next start.</summary>
/// <param name="Name">The name to sign in with.</param>
/// <param name="Password">The password.</param>
/// <param name="Key">An API key, <c>id.token</c>.</param>
public sealed record DemoTenant(string Name, string Password, string Key);
