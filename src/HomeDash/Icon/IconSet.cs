using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace HomeDash;

/// <summary>
/// A set of icons, read from this assembly as eng/icons/build.mjs packs it: the length of the index in 4 bytes, the index, blocks of
/// outlines. Only the index is kept in memory; an outline is unpacked with its block when it is asked for.
/// </summary>
internal sealed class IconSet
{
    private readonly FrozenDictionary<string, int> positions;
    private readonly int[] ends;
    private readonly int iconsInBlock;
    private readonly long blocksAt;

    private IconSet(string name)
    {
        Name = name;
        using var file = Open();
        Span<byte> length = stackalloc byte[4];
        file.ReadExactly(length);
        var lines = Unpack(file, BinaryPrimitives.ReadInt32LittleEndian(length));
        blocksAt = file.Position;
        var head = lines[0].Split('\t');
        (Version, iconsInBlock) = (head[0], int.Parse(head[1], CultureInfo.InvariantCulture));
        var end = 0;
        ends = [.. head[2].Split(',').Select(size => end += int.Parse(size, CultureInfo.InvariantCulture))];
        Icons = [.. lines.Skip(1).Select(Read)];
        positions = Icons.Index().ToFrozenDictionary(icon => icon.Item.Name, icon => icon.Index, StringComparer.Ordinal);
    }

    /// <summary>What the set is called.</summary>
    public string Name { get; }

    /// <summary>The version of the package it was made from.</summary>
    public string Version { get; }

    /// <summary>Its icons.</summary>
    public IReadOnlyList<PackedIcon> Icons { get; }

    /// <summary>Reads the index of a set.</summary>
    public static IconSet Load(string name) => new(name);

    /// <summary>An icon with its outline, a path on a field of 24 by 24; null when there is none of that name.</summary>
    public (PackedIcon Icon, string Outline)? Find(string name)
    {
        if (!positions.TryGetValue(name, out var position))
        {
            return null;
        }

        var block = position / iconsInBlock;
        var start = block == 0 ? 0 : ends[block - 1];
        using var file = Open();
        file.Position = blocksAt + start;
        return (Icons[position], Unpack(file, ends[block] - start)[position % iconsInBlock]);
    }

    private PackedIcon Read(string line)
    {
        var fields = line.Split('\t');
        string[] keys = [.. new[] { fields[1], fields[0] }.Concat(fields.Skip(3)).Select(PackedIcon.Fold).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)];
        return new(Name, fields[0], fields[1], fields[2].Length == 0 ? null : fields[2], keys);
    }

    private Stream Open() => typeof(IconSet).Assembly.GetManifestResourceStream($"HomeDash.Icon.Sets.{Name}.icons")
        ?? throw new InvalidOperationException($"The icon set '{Name}' is not part of this assembly.");

    private static string[] Unpack(Stream file, int length)
    {
        var packed = new byte[length];
        file.ReadExactly(packed);
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd().Split('\n');
    }
}
