namespace HomeDash.Procedures.Fixture;

/// <summary>A gadget by name or id.</summary>
/// <param name="Given">What the caller wrote.</param>
public sealed record GadgetRef(string Given) : ITarget<GadgetRef>
{
    /// <inheritdoc/>
    public static string Noun => "gadget";

    /// <inheritdoc/>
    public ResolvedTarget? Resolved { get; init; }

    /// <inheritdoc/>
    public static GadgetRef FromText(string given) => new(given);
}

/// <summary>Finds gadgets on the shelf.</summary>
internal sealed class GadgetResolver(GadgetShelf shelf) : ITargetResolver<GadgetRef>
{
    public ValueTask<IReadOnlyList<GadgetRef>> ResolveAsync(IReadOnlyList<GadgetRef> targets, Caller caller, CancellationToken cancellationToken) =>
        new([.. targets.Select(target => target with { Resolved = Find(target.Given) })]);

    private ResolvedTarget Find(string given)
    {
        var gadget = shelf.All.FirstOrDefault(each => each.Id == given || string.Equals(each.Name, given, StringComparison.OrdinalIgnoreCase))
            ?? throw ProcedureErrors.NotFound(GadgetRef.Noun, given, shelf.All.Select(each => each.Name), new("fixture.list"));
        return new(GadgetRef.Noun, gadget.Id, gadget.Name);
    }
}
