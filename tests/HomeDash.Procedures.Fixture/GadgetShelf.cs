using System.Collections.Concurrent;

namespace HomeDash.Procedures.Fixture;

/// <summary>Three gadgets in memory: g1 <c>clock</c>, g2 <c>lamp</c>, g3 <c>radio</c>.</summary>
public sealed class GadgetShelf
{
    /// <summary>When everything began.</summary>
    public static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly ConcurrentDictionary<string, Gadget> gadgets = new(new[]
    {
        new Gadget("g1", "clock", GadgetState.Running, Start, 120, new Dictionary<string, string> { ["room"] = "hall" }),
        new Gadget("g2", "lamp", GadgetState.Idle, Start, 80, new Dictionary<string, string>(), "Flickers."),
        new Gadget("g3", "radio", GadgetState.WornOut, Start, 4_000, new Dictionary<string, string>()),
    }.ToDictionary(gadget => gadget.Id));

    /// <summary>The gadgets by id.</summary>
    public IReadOnlyList<Gadget> All => [.. gadgets.Values.OrderBy(gadget => gadget.Id, StringComparer.Ordinal)];

    /// <summary>The gadget with this id.</summary>
    public Gadget this[string id] => gadgets[id];

    /// <summary>Gives a gadget another name behind the router's back.</summary>
    public void Rename(string id, string name) => Put(this[id] with { Name = name });

    internal void Put(Gadget gadget) => gadgets[gadget.Id] = gadget;
}
