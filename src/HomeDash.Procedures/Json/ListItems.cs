namespace HomeDash.Procedures;

/// <summary>Walks a list by index: <c>foreach</c> over the interface would make an enumerator for each list that is written.</summary>
/// <typeparam name="T">What it holds.</typeparam>
/// <param name="list">The list.</param>
public struct ListItems<T>(IReadOnlyList<T> list)
{
    private int index = -1;

    /// <summary>The item it stands at.</summary>
    public readonly T Current => list[index];

    /// <summary>Goes to the next item.</summary>
    public bool MoveNext() => ++index < list.Count;

    /// <summary>Itself, as <c>foreach</c> wants it.</summary>
    public readonly ListItems<T> GetEnumerator() => this;
}
