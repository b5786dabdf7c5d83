using System.Collections;

namespace HomeDash.Procedures.Generator.Models;

/// <summary>
/// A list that is equal to another with equal items: what the incremental cache needs of every model. It is a class, because
/// the compiler's pipeline is compiled anew for every struct that goes through it.
/// </summary>
internal sealed class EquatableArray<T>(T[] items) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    public static readonly EquatableArray<T> Empty = new([]);

    public int Count => items.Length;

    public T this[int index] => items[index];

    public bool Equals(EquatableArray<T>? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (Count != other?.Count)
        {
            return false;
        }

        for (var index = 0; index < Count; index++)
        {
            if (!items[index].Equals(other[index]))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as EquatableArray<T>);

    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var item in items)
        {
            hash = unchecked((hash * 31) + item.GetHashCode());
        }

        return hash;
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}

internal static class EquatableArray
{
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => items.ToArray() is { Length: > 0 } array ? new(array) : EquatableArray<T>.Empty;
}
