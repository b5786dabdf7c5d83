using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HomeDash;

/// <summary>Reads of a .torrent file what names it: the hash, the name and the size. BEP 3, and BEP 52 for version 2.</summary>
internal static class TorrentFile
{
    /// <summary>The torrent; null when this is no .torrent file.</summary>
    public static NewDownload? Read(byte[] file)
    {
        try
        {
            var reader = new Bencode(file);
            if (reader.Value() is not IReadOnlyDictionary<string, Bencode.Part> root || !reader.AtEnd
                || root.GetValueOrDefault("info") is not { Value: IReadOnlyDictionary<string, Bencode.Part> info } part
                || info.GetValueOrDefault("name")?.Value is not byte[] name)
            {
                return null;
            }

            var bytes = file.AsSpan(part.Range);
            return new(DownloadSourceKind.Torrent)
            {
                Content = file,
                Name = Encoding.UTF8.GetString(name),
                Hash = Convert.ToHexStringLower(info.ContainsKey("pieces") ? SHA1.HashData(bytes) : SHA256.HashData(bytes).AsSpan(0, 20)),
                SizeBytes = info.GetValueOrDefault("length")?.Value as long?
                    ?? (info.GetValueOrDefault("files")?.Value as IReadOnlyList<Bencode.Part>)?
                        .Sum(item => (item.Value as IReadOnlyDictionary<string, Bencode.Part>)?.GetValueOrDefault("length")?.Value as long? ?? 0),
            };
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The notation of .torrent files.</summary>
    private sealed class Bencode(byte[] text)
    {
        private const int Deepest = 50;

        private int at;
        private int depth;

        public bool AtEnd => at == text.Length;

        /// <summary>A value and where it stands.</summary>
        public sealed record Part(object Value, Range Range);

        /// <summary>A <see cref="long"/>, the bytes of a text, a list or a dictionary.</summary>
        /// <exception cref="FormatException">This is another notation.</exception>
        public object Value() => Peek() switch
        {
            (byte)'i' => Number(),
            (byte)'l' => Nested(List),
            (byte)'d' => Nested(Dictionary),
            _ => Bytes(),
        };

        private object Nested(Func<object> read)
        {
            at++;
            if (++depth > Deepest)
            {
                throw new FormatException();
            }

            var value = read();
            (at, depth) = (at + 1, depth - 1);
            return value;
        }

        private object List()
        {
            List<Part> items = [];
            while (Peek() != 'e')
            {
                items.Add(Next());
            }

            return items;
        }

        private object Dictionary()
        {
            Dictionary<string, Part> entries = [];
            while (Peek() != 'e')
            {
                entries[Encoding.Latin1.GetString(Bytes())] = Next();
            }

            return entries;
        }

        private Part Next()
        {
            var start = at;
            return new(Value(), start..at);
        }

        private long Number()
        {
            at++;
            return Digits('e');
        }

        private byte[] Bytes()
        {
            var length = Digits(':');
            if (length < 0 || length > text.Length - at)
            {
                throw new FormatException();
            }

            at += (int)length;
            return text[(at - (int)length)..at];
        }

        private long Digits(char end)
        {
            var length = text.AsSpan(at).IndexOf((byte)end);
            if (length is < 1 or > 20 || !long.TryParse(text.AsSpan(at, length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                throw new FormatException();
            }

            at += length + 1;
            return number;
        }

        private byte Peek() => at < text.Length ? text[at] : throw new FormatException();
    }
}
