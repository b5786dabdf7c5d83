using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;

namespace HomeDash.Procedures.Generator.Tests;

/// <summary>Crates, and all that a procedure can say.</summary>
[Router("sample", Noun = "crate")]
internal sealed class SampleRouter(CrateYard yard)
{
    /// <summary>Gives back what it is given.</summary>
    /// <param name="everything">What to give back.</param>
    [Query(SamplePermissions.View, Title = "Mirror everything")]
    public Everything Mirror(Everything everything) => yard.Saw(everything);

    /// <summary>Lists crates, first <see cref="Colour.Blue"/> ones,
    /// then the &lt;rest&gt;.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="colour">Only of this <c>colour</c>.</param>
    /// <param name="default">What to show "instead" \ otherwise.</param>
    [Query(SamplePermissions.View)]
    [Resource("sample://crates", Title = "All crates", Input = """{"limit":5}""", Topics = ["crate", "yard"])]
    public Task<Page<Crate>> List([Range(1, 5)] int limit = 2, Colour colour = Colour.DarkBlue, string @default = "no \"crate\"") =>
        Task.FromResult(new Page<Crate>([.. yard.Crates.Take(limit)], yard.Crates.Count, $"{colour}/{@default}"));

    /// <summary>Keeps to every kind of limit.</summary>
    /// <param name="count">A whole number.</param>
    /// <param name="share">A fraction.</param>
    /// <param name="price">A decimal fraction.</param>
    /// <param name="wait">A length of time.</param>
    /// <param name="word">A text.</param>
    /// <param name="code">A text of one shape.</param>
    /// <param name="size">One of a few texts.</param>
    /// <param name="step">One of a few numbers.</param>
    /// <param name="colour">One of a few colours.</param>
    /// <param name="tags">Texts with limits of their own.</param>
    /// <param name="weights">Numbers by name.</param>
    [Query(SamplePermissions.View)]
    public Limited Limit(
        [Range(-2, 3)] int? count = null,
        [Range(0.5, 1.5)] double? share = null,
        [Range(typeof(decimal), "0.1", "0.2")] decimal? price = null,
        [Range(1, 60)] TimeSpan? wait = null,
        [StringLength(4, MinimumLength = 2)] string? word = null,
        [RegularExpression("[a-z]+-[0-9]{2}")] string? code = null,
        [AllowedValues("S", "L")] string? size = null,
        [AllowedValues(1, 5)] int? step = null,
        [AllowedValues(Colour.Blue)] Colour? colour = null,
        [MinLength(1), MaxLength(2), StringLength(3)] IReadOnlyList<string>? tags = null,
        [MaxLength(1), Range(0, 10)] IReadOnlyDictionary<string, int>? weights = null) =>
        yard.Kept(new object?[] { count, share, price, wait, word, code, size, step, colour, tags, weights }.Count(given => given is not null));

    /// <summary>Packs a crate.</summary>
    /// <param name="packing">How.</param>
    /// <param name="places">Where to.</param>
    [Mutation(SamplePermissions.Move, Effect.Create)]
    public ValueTask<Packed> Pack(Packing packing, [MaxLength(2)] IReadOnlyList<Place>? places = null) =>
        new(yard.Packed(packing, places ?? []));

    /// <summary>Moves crates.</summary>
    /// <param name="crates">Which.</param>
    /// <param name="onto">Onto which.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="past">Past which.</param>
    /// <param name="spares">Which others may be moved.</param>
    [Mutation(SamplePermissions.Move, Effect.Change, Idempotent = true, CheckWith = "sample.list", DeadlineSeconds = 90)]
    public async Task<Outcomes<Crate>> Move(
        [MinLength(1)] IReadOnlyList<CrateRef> crates, [Needs(Access.Use)] CrateRef onto, ProcedureContext context, CancellationToken cancellationToken,
        CrateRef? past = null, CrateRef[]? spares = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        context.Plan(crates.Select(crate => $"Move {crate.Resolved!.Name} onto {onto.Resolved!.Name}."));
        return await Outcomes<Crate>.ForEachAsync(crates, crate => Task.FromResult(yard.Moved(crate.Resolved!.Id))).ConfigureAwait(false);
    }

    /// <summary>Makes a key for a crate.</summary>
    /// <param name="pin">What it is locked with.</param>
    [Mutation(SamplePermissions.Move, Effect.External, Page = "/crates/keys")]
    public CrateKey MakeKey([StringLength(8, MinimumLength = 4)] Secret pin) => yard.KeyFor(pin);

    /// <summary>Tells what is written on a crate.</summary>
    /// <param name="crate">Which one.</param>
    [Query(SamplePermissions.View)]
    [Resource("sample://crate/{crate}", Topics = ["crate"])]
    [Resource("sample://crate/{crate}/words", Lines = "items")]
    public Page<string> Read(CrateRef crate) => new([crate.Resolved!.Name, $"One of {yard.Crates.Count}."]);

    /// <summary>Finds out what a crate is good for.</summary>
    /// <param name="crate">Which one.</param>
    /// <param name="count">How many ideas to have.</param>
    [Prompt(SamplePermissions.View)]
    public PromptScript Ponder(CrateRef crate, int count = 3) => new(
        [PromptPart.Say($"Have {count} ideas of {yard.Crates.Count}."), PromptPart.Call("sample.move", "Moves it."), PromptPart.Show("sample://crate/{crate}", crate.Resolved!.Id)]);

    /// <summary>Knows what crates are called.</summary>
    /// <param name="text">What was typed.</param>
    [Completes(SamplePermissions.View, typeof(CrateRef))]
    public TargetNames CrateNames(string text) => TargetNames.Of(yard.Crates.Select(crate => crate.Id), text);

    /// <summary>Tells of crates as they pass.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="cancellationToken">Ends it.</param>
    [Subscription(SamplePermissions.View)]
    public async IAsyncEnumerable<Crate> FollowBelt(int first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var crate in yard.Crates)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return crate with { Place = new(first++) };
        }
    }
}

/// <summary>How many limits were kept to.</summary>
/// <param name="Kept">The number of arguments that were given.</param>
public sealed record Limited(int Kept);

/// <summary>How a crate was packed.</summary>
/// <param name="Layers">How many layers.</param>
/// <param name="Lining">What is between them.</param>
/// <param name="Marks">Words on the outside.</param>
/// <param name="Upright">Whether it stays as it is.</param>
/// <param name="Places">How many places it goes to.</param>
public sealed record Packed(int Layers, string? Lining, IReadOnlyList<string> Marks, bool Upright, int Places);

/// <summary>Two crates.</summary>
public sealed class CrateYard
{
    /// <summary>The crates.</summary>
    public IReadOnlyList<Crate> Crates { get; } = [new("c1", new(1, 2)), new("c2", new(2, 1))];

    /// <summary>What was mirrored last.</summary>
    public Everything? Seen { get; private set; }

    /// <summary>Notes what was mirrored.</summary>
    public Everything Saw(Everything everything) => Seen = everything;

    /// <summary>How many limits were kept to.</summary>
    public Limited Kept(int count) => new(Math.Min(count, 9 + Crates.Count));

    /// <summary>How a crate was packed.</summary>
    public Packed Packed(Packing packing, IReadOnlyList<Place> places) =>
        new(packing.Layers, packing.Lining, packing.Marks, packing.Upright, Math.Min(Crates.Count, places.Count));

    /// <summary>A crate after it was moved.</summary>
    public Crate Moved(string id) => Crates.Single(crate => crate.Id == id) with { Place = new(1, 1) };

    /// <summary>The key that fits a pin.</summary>
    public CrateKey KeyFor(Secret pin) => new(new($"{Crates.Count}-{pin.Reveal()}"));
}
