namespace HomeDash.Components.Shared;

/// <summary>
/// A row of a <see cref="LiveTable{T}"/>. The grid keeps a row in the document for as long as there is an equal item;
/// records of things that live are never equal to what they were before. So rows are the same by what they show, not by what
/// it looks like: a press on a button meets the button it was meant for, whatever has changed in the meantime.
/// </summary>
/// <typeparam name="T">What a row shows.</typeparam>
/// <param name="key">Tells the thing from all others of the table and never changes.</param>
/// <param name="item">What is known of it now.</param>
public sealed class TableRow<T>(string key, T item) : IEquatable<TableRow<T>>
{
    /// <summary>What the row shows.</summary>
    public T Item => item;

    private string Key { get; } = key;

    /// <inheritdoc/>
    public bool Equals(TableRow<T>? other) => other?.Key == Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TableRow<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
