using System.Buffers;
using System.Text;
using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Components.Api.TryIt;

/// <summary>How a call that was tried has ended.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record CallReport(ProcedureOutcome Outcome, TimeSpan Elapsed)
{
    /// <summary>More than a page can show well; programs get all of it.</summary>
    private const int MostShown = 100_000;

    /// <summary>The result as JSON on many lines; null when there is none.</summary>
    public string? Result { get; } = Outcome is ProcedureOutcome.Completed completed ? SchemaText.Pretty(Text(completed.Write)) : null;

    /// <summary>Whether the result is longer than what is shown.</summary>
    public bool Cut => Result?.Length > MostShown;

    /// <summary>As much of the result as is shown.</summary>
    public string? Shown => Cut ? Result![..MostShown] : Result;

    /// <summary>How long it took, for people.</summary>
    public string Took => Elapsed.TotalSeconds < 1
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Elapsed.TotalMilliseconds:0} ms")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Elapsed.TotalSeconds:0.0} s");

    /// <summary>What is written, as JSON on one line.</summary>
    /// <param name="write">Writes one value.</param>
    public static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new() { Encoder = JsonTexts.Readable.Encoder }))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
