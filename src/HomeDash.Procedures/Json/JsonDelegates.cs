using System.Text.Json;

namespace HomeDash.Procedures;

/// <summary>Reads one value; the generator emits one such method per type, <see cref="JsonInput"/> has those of the primitives.</summary>
/// <param name="reader">At the value's first token; left at its last.</param>
/// <param name="problems">Receives what is wrong, with paths relative to the value.</param>
/// <returns>The value; it only counts when no problem was added.</returns>
public delegate T? JsonRead<out T>(ref Utf8JsonReader reader, ref InputProblems problems);

/// <summary>Checks the limits of one value.</summary>
/// <param name="value">The value.</param>
/// <param name="problems">Receives what is wrong, with paths relative to the value.</param>
public delegate void JsonCheck<in T>(T value, ref InputProblems problems);
