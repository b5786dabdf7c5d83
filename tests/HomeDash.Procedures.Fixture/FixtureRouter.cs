using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using HomeDash.Procedures.Fixture.Generated;

namespace HomeDash.Procedures.Fixture;

/// <summary>Gadgets on a shelf: a router of a foreign assembly, as somebody else would write one.</summary>
[Router("fixture", Noun = "gadget")]
internal sealed class FixtureRouter(GadgetShelf shelf)
{
    /// <summary>Lists the gadgets by id.</summary>
    /// <param name="state">Only those that do this.</param>
    /// <param name="limit">How many at most.</param>
    [Query(FixturePermissions.View)]
    [Resource("fixture://gadgets", Title = "All gadgets", Input = """{"limit":2}""", Topics = ["gadget"])]
    public Page<Gadget> List(GadgetState? state = null, [Range(1, 100)] int limit = 50)
    {
        Gadget[] found = [.. shelf.All.Where(gadget => state is null || gadget.State == state)];
        return new([.. found.Take(limit)], found.Length);
    }

    /// <summary>Gets one gadget.</summary>
    /// <param name="gadget">Its name or id.</param>
    [Query(FixturePermissions.View)]
    [Resource("fixture://gadget/{gadget}", Topics = ["gadget"])]
    public Gadget Get(GadgetRef gadget) => shelf[gadget.Resolved!.Id];

    /// <summary>Reads what is written on a gadget, as fixture.get does not.</summary>
    /// <param name="gadget">Its name or id.</param>
    [Query(FixturePermissions.View)]
    [Resource("fixture://gadget/{gadget}/words", Lines = "items")]
    public Page<GadgetEvent> Words(GadgetRef gadget) => new([new(1, shelf[gadget.Resolved!.Id].Name), new(2, "Fragile.")]);

    /// <summary>Finds out what is wrong with a gadget.</summary>
    /// <param name="gadget">Its name, as fixture.list shows it.</param>
    /// <param name="patience">How many tries it is worth.</param>
    [Prompt(FixturePermissions.View, Title = "Repair a gadget")]
    public PromptScript Repair(GadgetRef gadget, [Range(1, 9)] int patience = 3) => new(
    [
        PromptPart.Say($"Repair the {shelf[gadget.Resolved!.Id].Name} within {patience} tries."),
        PromptPart.Call("fixture.words", "what is written on it."),
        PromptPart.Call("fixture.restart", "when that is all it needs."),
        PromptPart.Say("Say what it was."),
        PromptPart.Show("fixture://gadget/{gadget}", gadget.Given),
    ]);

    /// <summary>Knows what gadgets are called.</summary>
    /// <param name="text">What was typed of a name until now.</param>
    /// <param name="context">The run.</param>
    [Completes(FixturePermissions.View, typeof(GadgetRef))]
    public TargetNames Names(string text, ProcedureContext context) =>
        TargetNames.Of(shelf.All.Where(gadget => context.Caller.HasAccess(new(GadgetRef.Noun, gadget.Id, gadget.Name), Access.Use)).Select(gadget => gadget.Name), text);

    /// <summary>Restarts gadgets and says for each whether it runs again. A worn out one does not.</summary>
    /// <param name="gadgets">Names or ids, as fixture.list shows them.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="grace">Seconds for a clean stop.</param>
    [Mutation(FixturePermissions.Change, Effect.Change, CheckWith = "fixture.list", DeadlineSeconds = 60)]
    public async Task<Outcomes<Gadget>> Restart(
        [MinLength(1), MaxLength(10)] IReadOnlyList<GadgetRef> gadgets, ProcedureContext context, CancellationToken cancellationToken, [Range(0, 60)] int grace = 5)
    {
        context.Plan(gadgets.Select(gadget => $"Restart {gadget.Resolved!.Name} after {grace} s."));
        return await Outcomes<Gadget>.ForEachAsync(gadgets, gadget => RestartAsync(gadget, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Gives a gadget another name.</summary>
    /// <param name="gadget">Its name or id.</param>
    /// <param name="name">The new name.</param>
    /// <param name="context">The run.</param>
    [Mutation(FixturePermissions.Change, Effect.Change, Idempotent = true)]
    public ValueTask<Gadget> Rename([Needs(Access.Full)] GadgetRef gadget, [StringLength(40, MinimumLength = 1)] string name, ProcedureContext context)
    {
        var before = shelf[gadget.Resolved!.Id];
        var after = before with { Name = name };
        context.Changes.Updated("gadget", before.Id, before, after, GadgetJson.Write);
        if (!context.DryRun)
        {
            shelf.Put(after);
        }

        return new(after);
    }

    /// <summary>Makes a token that is shown once.</summary>
    /// <param name="name">What it is for.</param>
    [Mutation(FixturePermissions.Change, Effect.Create, Title = "Create a gadget token", Page = "/fixture/tokens")]
    public GadgetToken CreateToken([StringLength(40, MinimumLength = 1)] string name) => new(name, new($"token {shelf.All.Count + 1} of {name}"));

    /// <summary>Tells what happens on the shelf: each gadget once, and then the end.</summary>
    /// <param name="after">Only what has a higher number.</param>
    /// <param name="cancellationToken">Ends it.</param>
    [Subscription(FixturePermissions.View)]
    public async IAsyncEnumerable<GadgetEvent> Events([EnumeratorCancellation] CancellationToken cancellationToken, [Range(0, 1000)] int after = 0)
    {
        foreach (var (number, gadget) in shelf.All.Index().Skip(after))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return new(number + 1, gadget.Name);
        }
    }

    private Task<Gadget> RestartAsync(GadgetRef target, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var gadget = shelf[target.Resolved!.Id];
        if (gadget.State == GadgetState.WornOut)
        {
            throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState, $"{gadget.Name} is worn out."));
        }

        gadget = gadget with { State = GadgetState.Running, Since = gadget.Since.AddMinutes(1) };
        shelf.Put(gadget);
        return Task.FromResult(gadget);
    }
}
