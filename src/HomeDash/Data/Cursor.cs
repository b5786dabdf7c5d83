using System.Buffers.Text;
using System.Text;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Where a page of a list sorted by name ended: the sort key of its last item.</summary>
/// <param name="Key">The item's folded name.</param>
/// <param name="Id">The item's id, which decides among equal names.</param>
internal readonly record struct Cursor(string Key, string Id)
{
    /// <summary>Before the first item: no name is empty.</summary>
    private static Cursor Start { get; } = new("", "");

    /// <summary>Reads what <see cref="ToString"/> wrote; null is the start of the list.</summary>
    /// <exception cref="ProcedureException">It is not a cursor.</exception>
    public static Cursor Parse(string? text)
    {
        if (text is null)
        {
            return Start;
        }

        if (Base64Url.IsValid(text))
        {
            var decoded = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
            if (decoded.LastIndexOf('\n') is > 0 and var end)
            {
                return new(decoded[..end], decoded[(end + 1)..]);
            }
        }

        throw ProcedureErrors.InvalidInput("cursor", "This is no cursor. Give the 'next' of the page before, or leave it out for the first page.");
    }

    /// <inheritdoc/>
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Key}\n{Id}"));
}
