namespace HomeDash.Components.Boards;

/// <summary>A step by the keyboard.</summary>
/// <param name="Item">What is moved.</param>
/// <param name="X">Columns to the right.</param>
/// <param name="Y">Rows down.</param>
/// <param name="Grows">Whether it grows by that instead of moving.</param>
public sealed record BoardStep(BoardItem Item, int X, int Y, bool Grows);
