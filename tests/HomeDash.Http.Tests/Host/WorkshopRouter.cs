using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using HomeDash.Procedures;
using HomeDash.Procedures.Fixture;

namespace HomeDash.Http.Tests;

/// <summary>Procedures with what the fixture does not have: long lists, questions, faults, slow work and an endless stream.</summary>
[Router("workshop", Noun = "part")]
internal sealed class WorkshopRouter(Belt belt)
{
    public const int Parts = 400;

    /// <summary>Lists the parts by number, page by page.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="cursor">Where to go on, from next.</param>
    [Query(FixturePermissions.View)]
    public Page<Part> List([Range(1, 1000)] int limit = 1000, string? cursor = null)
    {
        var from = int.Parse(cursor ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var until = Math.Min(Parts, from + limit);
        return new([.. Enumerable.Range(from, until - from).Select(Part.Of)], Parts, until < Parts ? $"{until}" : null);
    }

    /// <summary>Gets all parts at once.</summary>
    [Query(FixturePermissions.View)]
    public Page<Part> All() => new([.. Enumerable.Range(0, Parts).Select(Part.Of)], Parts);

    /// <summary>Measures with one argument of each kind, and says what it got.</summary>
    /// <param name="count">A whole number.</param>
    /// <param name="words">Words.</param>
    /// <param name="place">Where.</param>
    /// <param name="precise">Whether exactly.</param>
    /// <param name="wait">For how long.</param>
    [Query(FixturePermissions.View)]
    public Measure Measure(int count, IReadOnlyList<string> words, Place place, bool precise = false, TimeSpan? wait = null) =>
        new($"{count} {string.Join('+', words)} {place.Row}/{place.Column} {precise} {wait?.TotalSeconds}");

    /// <summary>Chooses columns: fields is an argument of its own here.</summary>
    /// <param name="fields">The columns.</param>
    [Query(FixturePermissions.View)]
    public Measure Columns(IReadOnlyList<string> fields) => new(string.Join('|', fields));

    /// <summary>Fails for a reason that is nobody's business.</summary>
    [Query(FixturePermissions.View)]
    public Measure Break() => throw new InvalidOperationException("hunter2 is not for the outside");

    /// <summary>Paints a part after asking for the colour.</summary>
    /// <param name="part">The number of the part.</param>
    /// <param name="context">The run.</param>
    [Mutation(FixturePermissions.Change, Effect.Change)]
    public Measure Paint(int part, ProcedureContext context) =>
        new($"{part} is {context.Ask(new Question("colour", "Which colour?", QuestionKind.Choice, ["red", "blue"]))}");

    /// <summary>Builds for longer than anybody waits.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    [Mutation(FixturePermissions.Change, Effect.Change, CheckWith = "workshop.list", DeadlineSeconds = 60)]
    public async Task<Measure> Build(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        return new("never");
    }

    /// <summary>Follows the belt: what the test puts on it.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    [Subscription(FixturePermissions.View)]
    public async IAsyncEnumerable<Part> Follow([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        belt.Opened();
        await foreach (var number in belt.Parts.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return number >= 0 ? Part.Of(number) : throw ProcedureErrors.Unreachable("The belt is torn.");
        }
    }

    /// <summary>Watches a gadget of the shelf, which never does anything.</summary>
    /// <param name="gadget">Its name or id.</param>
    /// <param name="cancellationToken">Ends it.</param>
    [Subscription(FixturePermissions.View)]
    public async IAsyncEnumerable<Measure> Watch(GadgetRef gadget, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new($"{gadget.Resolved!.Name} is {gadget.Resolved.Id}");
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>A part.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Note">More words about it than anybody reads.</param>
/// <param name="Place">Where it lies.</param>
public sealed record Part(int Number, string Name, string Note, Place Place)
{
    internal static Part Of(int number) => new(number, $"part {number}", new('n', 300), new(number / 10, number % 10));
}

/// <summary>A place.</summary>
/// <param name="Row">Which row.</param>
/// <param name="Column">Which column.</param>
public sealed record Place(int Row, int Column);

/// <summary>What was measured.</summary>
/// <param name="Text">In words.</param>
public sealed record Measure(string Text);

/// <summary>What a test puts on the belt; a negative number tears it.</summary>
internal sealed class Belt
{
    private int opened;

    public Channel<int> Parts { get; } = Channel.CreateUnbounded<int>();

    /// <summary>How often somebody began to follow it.</summary>
    public int TimesOpened => opened;

    public void Opened() => Interlocked.Increment(ref opened);
}
