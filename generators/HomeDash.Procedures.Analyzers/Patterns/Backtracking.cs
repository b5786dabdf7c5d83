namespace HomeDash.Procedures.Analyzers;

/// <summary>
/// Finds patterns that match one text in exponentially many ways. Each character of the pattern is a state of an automaton
/// without empty steps (Glushkov's); there are exponentially many ways when a state can come back to itself by two ways
/// with one text (Weber and Seidl, "On the degree of ambiguity of finite automata").
/// </summary>
internal sealed class Backtracking
{
    /// <summary>The work grows with the square of the states; no sensible limit of an input has more.</summary>
    private const int MostStates = 120;

    private readonly List<CharacterSet> states = [];
    private readonly HashSet<(int From, int To)> steps = [];
    private readonly HashSet<(int From, int To)> doubled = [];

    private Backtracking()
    {
    }

    public static bool IsCatastrophic(PatternNode root)
    {
        var automaton = new Backtracking();
        automaton.Add(root);
        return automaton.states.Count <= MostStates && automaton.ComesBackTwice();
    }

    private (bool CanBeEmpty, int[] First, int[] Last) Add(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.Character character:
                states.Add(character.Set);
                return (false, [states.Count - 1], [states.Count - 1]);
            case PatternNode.Either either:
                var ways = either.Parts.Select(Add).ToArray();
                return (ways.Any(way => way.CanBeEmpty), [.. ways.SelectMany(way => way.First)], [.. ways.SelectMany(way => way.Last)]);
            case PatternNode.Repeat repeat:
                var part = Add(repeat.Part);
                if (repeat.Loops)
                {
                    Connect(part.Last, part.First);
                }

                return part with { CanBeEmpty = part.CanBeEmpty || repeat.CanBeNone };
            case PatternNode.Sequence sequence:
                (bool CanBeEmpty, int[] First, int[] Last) all = (true, [], []);
                foreach (var next in sequence.Parts.Select(Add))
                {
                    Connect(all.Last, next.First);
                    all = (
                        all.CanBeEmpty && next.CanBeEmpty,
                        all.CanBeEmpty ? [.. all.First, .. next.First] : all.First,
                        next.CanBeEmpty ? [.. all.Last, .. next.Last] : next.Last);
                }

                return all;
            default:
                return (true, [], []);
        }
    }

    private void Connect(int[] from, int[] to)
    {
        foreach (var step in from.SelectMany(start => to.Select(end => (start, end))))
        {
            if (!steps.Add(step))
            {
                doubled.Add(step);
            }
        }
    }

    private bool ComesBackTwice()
    {
        var forward = steps.ToLookup(step => step.From, step => step.To);
        var backward = steps.ToLookup(step => step.To, step => step.From);
        return doubled.Any(step => Reached((step.To, step.To), forward).Contains((step.From, step.From)))
            || Enumerable.Range(0, states.Count).Any(state =>
            {
                var after = Reached((state, state), forward);
                return after.Any(pair => pair.Left != pair.Right) && Reached((state, state), backward).Any(pair => pair.Left != pair.Right && after.Contains(pair));
            });
    }

    /// <summary>The pairs of states that two ways with one text come to from a pair, or come from.</summary>
    private HashSet<(int Left, int Right)> Reached((int Left, int Right) start, ILookup<int, int> next)
    {
        var reached = new HashSet<(int Left, int Right)> { start };
        var open = new Queue<(int Left, int Right)>(reached);
        while (open.Count > 0)
        {
            var (left, right) = open.Dequeue();
            foreach (var pair in next[left].SelectMany(to => next[right].Select(other => (to, other))))
            {
                if (states[pair.to].Overlaps(states[pair.other]) && reached.Add(pair))
                {
                    open.Enqueue(pair);
                }
            }
        }

        return reached;
    }
}
