using System.Buffers.Text;
using System.Text;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Where an entity stands in the list: by area, without one last; then by kind, by name, and by hub and id where names are the same.</summary>
internal sealed record EntityPosition(string Area, int Kind, string Name, string Integration, string Id) : IComparable<EntityPosition>
{
    public static EntityPosition Of(FoundEntity found) => new(found.Entity.Area ?? "", (int)found.Entity.Kind, found.Entity.Name, found.Integration.Id, found.Entity.Id);

    public int CompareTo(EntityPosition? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = (Area.Length == 0).CompareTo(other.Area.Length == 0);
        order = order != 0 ? order : StringComparer.OrdinalIgnoreCase.Compare(Area, other.Area);
        order = order != 0 ? order : Kind.CompareTo(other.Kind);
        order = order != 0 ? order : StringComparer.OrdinalIgnoreCase.Compare(Name, other.Name);
        order = order != 0 ? order : StringComparer.Ordinal.Compare(Integration, other.Integration);
        return order != 0 ? order : StringComparer.Ordinal.Compare(Id, other.Id);
    }

    /// <summary>The position as a cursor.</summary>
    public string Write() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{OneLine(Area)}\n{Kind}\n{OneLine(Name)}\n{Integration}\n{Id}"));

    /// <summary>The position that a cursor holds.</summary>
    /// <exception cref="ProcedureException">It is no cursor of this list.</exception>
    public static EntityPosition Read(string cursor)
    {
        var parts = Base64Url.IsValid(cursor) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('\n') : [];
        return parts is [var area, var kind, var name, var integration, var id] && int.TryParse(kind, out var number)
            ? new(area, number, name, integration, id)
            : throw ProcedureErrors.InvalidInput("cursor", "This is no cursor of smartHome.list. Give 'next' of the page before, or leave it out to begin.");
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
