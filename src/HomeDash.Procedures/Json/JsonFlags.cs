using System.Runtime.CompilerServices;
using System.Text.Json;

namespace HomeDash.Procedures;

/// <summary>The wire names of an enum of flags, which is a list of names on the wire; generated code keeps one per enum.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
/// <param name="members">The members of a single bit with their wire names.</param>
public sealed class JsonFlags<TEnum>(params (string Name, TEnum Value)[] members)
    where TEnum : struct, Enum
{
    private readonly JsonEnum names = new([.. members.Select(member => member.Name)]);

    /// <summary>Reads a list of names; one that is named twice counts once.</summary>
    public TEnum Read(ref Utf8JsonReader reader, ref InputProblems problems)
    {
        var bits = 0UL;
        foreach (var index in JsonInput.List<int>(ref reader, ref problems, names.Read) ?? [])
        {
            bits |= index < 0 ? 0 : ToBits(members[index].Value);
        }

        return FromBits(bits);
    }

    /// <summary>Writes the names of the flags in a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value has a bit that no member names.</exception>
    public void Write(Utf8JsonWriter writer, TEnum value)
    {
        var rest = ToBits(value);
        writer.WriteStartArray();
        foreach (var (name, member) in members)
        {
            if ((ToBits(member) & rest) != 0)
            {
                writer.WriteStringValue(name);
                rest &= ~ToBits(member);
            }
        }

        writer.WriteEndArray();
        if (rest != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "The value has a flag that no member of the enum names.");
        }
    }

    private static ulong ToBits(TEnum value) => Unsafe.SizeOf<TEnum>() switch
    {
        1 => Unsafe.BitCast<TEnum, byte>(value),
        2 => Unsafe.BitCast<TEnum, ushort>(value),
        4 => Unsafe.BitCast<TEnum, uint>(value),
        _ => Unsafe.BitCast<TEnum, ulong>(value),
    };

    private static TEnum FromBits(ulong bits) => Unsafe.SizeOf<TEnum>() switch
    {
        1 => Unsafe.BitCast<byte, TEnum>((byte)bits),
        2 => Unsafe.BitCast<ushort, TEnum>((ushort)bits),
        4 => Unsafe.BitCast<uint, TEnum>((uint)bits),
        _ => Unsafe.BitCast<ulong, TEnum>(bits),
    };
}
