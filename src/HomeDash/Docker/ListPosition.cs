using System.Buffers.Text;
using System.Text;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Where something stands in a list of several engines: by name, and by engine and id where names are the same.</summary>
internal sealed record ListPosition(string Name, string Integration, string Id) : IComparable<ListPosition>
{
    public static ListPosition Of(FoundContainer found) => new(found.Container.Name, found.Connection.Integration.Id, found.Container.Id);

    public int CompareTo(ListPosition? other)
    {
        var order = StringComparer.OrdinalIgnoreCase.Compare(Name, other?.Name);
        order = order != 0 ? order : StringComparer.Ordinal.Compare(Integration, other?.Integration);
        return order != 0 ? order : StringComparer.Ordinal.Compare(Id, other?.Id);
    }

    /// <summary>The position as a cursor.</summary>
    public string Write() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Name}\n{Integration}\n{Id}"));

    /// <summary>The position that a cursor holds.</summary>
    /// <param name="cursor">What the caller gave.</param>
    /// <param name="path">The procedure whose list it is.</param>
    /// <exception cref="ProcedureException">It is no cursor of this list.</exception>
    public static ListPosition Read(string cursor, string path)
    {
        var parts = Base64Url.IsValid(cursor) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('\n') : [];
        return parts is [var name, var integration, var id]
            ? new(name, integration, id)
            : throw ProcedureErrors.InvalidInput("cursor", $"This is no cursor of {path}. Give 'next' of the page before, or leave it out to begin.");
    }
}
