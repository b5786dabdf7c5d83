namespace HomeDash.Http;

/// <summary>One item of a stream.</summary>
/// <param name="Number">Counts up from 1 within its stream.</param>
/// <param name="Json">The item, on one line.</param>
internal sealed record StreamItem(long Number, ReadOnlyMemory<byte> Json);
