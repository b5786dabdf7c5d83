using System.Collections.Frozen;
using System.Reflection;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>All kinds of integrations that this HomeDash knows.</summary>
public sealed class IntegrationKinds(IEnumerable<IIntegrationKind> kinds)
{
    private readonly FrozenDictionary<string, IIntegrationKind> byWord = kinds.ToFrozenDictionary(kind => kind.Kind, StringComparer.Ordinal);

    /// <summary>The kinds, in the order of their titles.</summary>
    public IReadOnlyList<IIntegrationKind> All => [.. byWord.Values.OrderBy(kind => kind.Title, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The kind with this word; null when there is none.</summary>
    public IIntegrationKind? Find(string kind) => byWord.GetValueOrDefault(kind);

    /// <summary>The kind with this word.</summary>
    /// <exception cref="ProcedureException">There is none.</exception>
    public IIntegrationKind Get(string kind) =>
        Find(kind) ?? throw ProcedureErrors.NotFound("kind of integration", kind, byWord.Keys, new("integration.kinds", Why: "It lists the kinds there are."));

    /// <summary>Makes a client of an integration. Does not talk to the service yet.</summary>
    /// <exception cref="ProcedureException">Its kind is not known, its address makes no sense, or its stored credentials cannot be read.</exception>
    public IIntegrationClient Connect(Integration integration)
    {
        var kind = Get(integration.Kind);
        return integration.Credentials.IsUnreadable
            ? throw new ProcedureException(new(ProcedureErrorCode.PreconditionFailed, ErrorReason.WrongState,
                "Its stored credentials cannot be decrypted: the keys in the data folder are not those that they were stored with. Put these back, or enter the credentials again."))
            : kind.Connect(integration);
    }

    /// <summary>What a kind is called; its word when it is not known.</summary>
    public string TitleOf(string kind) => Find(kind)?.Title ?? kind;

    /// <summary>The namespaces that a kind works for, in order.</summary>
    public static IReadOnlyList<string> CapabilitiesOf(IIntegrationKind kind) =>
    [
        .. kind.Client.GetInterfaces()
            .Select(capability => capability.GetCustomAttribute<CapabilityAttribute>()?.Namespace)
            .OfType<string>().Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The titles of the kinds that have a capability.</summary>
    /// <param name="capability">A capability interface.</param>
    public IReadOnlyList<string> TitlesWith(Type capability) => [.. All.Where(kind => kind.Client.IsAssignableTo(capability)).Select(kind => kind.Title)];
}
