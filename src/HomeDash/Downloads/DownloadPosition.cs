using System.Buffers.Text;
using System.Globalization;
using System.Text;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Where a download stands in the list: by state, then by name, and by client and id where names are the same.</summary>
internal sealed record DownloadPosition(DownloadState State, string Name, string Integration, string Id) : IComparable<DownloadPosition>
{
    public static DownloadPosition Of(FoundDownload found) => new(found.Item.State, found.Item.Name, found.Integration.Id, found.Item.Id);

    public int CompareTo(DownloadPosition? other)
    {
        var order = State.CompareTo(other?.State);
        order = order != 0 ? order : StringComparer.OrdinalIgnoreCase.Compare(Name, other?.Name);
        order = order != 0 ? order : StringComparer.Ordinal.Compare(Integration, other?.Integration);
        return order != 0 ? order : StringComparer.Ordinal.Compare(Id, other?.Id);
    }

    /// <summary>The position as a cursor.</summary>
    public string Write() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{State:D}\n{Name.ReplaceLineEndings(" ")}\n{Integration}\n{Id}"));

    /// <summary>The position that a cursor holds.</summary>
    /// <exception cref="ProcedureException">It is no cursor of this list.</exception>
    public static DownloadPosition Read(string cursor)
    {
        var parts = Base64Url.IsValid(cursor) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('\n') : [];
        return parts is [var state, var name, var integration, var id] && int.TryParse(state, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new((DownloadState)number, name, integration, id)
            : throw ProcedureErrors.InvalidInput("cursor", "This is no cursor of downloads.list. Give 'next' of the page before, or leave it out to begin.");
    }
}
