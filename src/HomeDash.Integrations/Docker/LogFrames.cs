using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace HomeDash.Integrations.Docker;

/// <summary>Some bytes of a log.</summary>
/// <param name="Stream">Where the container wrote them.</param>
/// <param name="Bytes">The bytes; good until the next chunk is read.</param>
internal readonly record struct LogChunk(LogStream Stream, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Takes a log apart into its two streams. Without a terminal an engine sends frames: one byte for the stream, three of
/// zero, four for the length, then the bytes (Engine API, "Stream format"). Frames of any length pass through one buffer.
/// </summary>
internal static class LogFrames
{
    private const int HeaderLength = 8;
    private const int BufferLength = 16 << 10;

    /// <summary>Reads the log of a container with a terminal, which is sent as it is.</summary>
    public static async IAsyncEnumerable<LogChunk> ReadRawAsync(ReadBytes read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferLength];
        while (await read(buffer, cancellationToken).ConfigureAwait(false) is var count and > 0)
        {
            yield return new(LogStream.Stdout, buffer.AsMemory(0, count));
        }
    }

    /// <summary>Reads the log of a container without a terminal, which is sent in frames.</summary>
    /// <param name="read">Reads some bytes; 0 at the end.</param>
    /// <param name="broken">Makes the exception for a stream that is not in frames, or that ends within one.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<LogChunk> ReadFramesAsync(
        ReadBytes read, Func<string, Exception> broken, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var header = new byte[HeaderLength];
        var buffer = new byte[BufferLength];
        while (await FillAsync(header).ConfigureAwait(false))
        {
            var (kind, left) = (header[0], BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4)));
            if (kind > 3 || header[1] != 0 || header[2] != 0 || header[3] != 0)
            {
                throw broken("Its log is not in the format of a container without a terminal.");
            }

            // 3 is the engine's own word about a log it cannot read; it belongs with the errors.
            var stream = kind >= 2 ? LogStream.Stderr : LogStream.Stdout;
            while (left > 0)
            {
                var count = await read(buffer.AsMemory(0, (int)Math.Min(left, BufferLength)), cancellationToken).ConfigureAwait(false);
                if (count == 0)
                {
                    throw broken("Its log broke off in the middle of a line.");
                }

                left -= (uint)count;
                yield return new(stream, buffer.AsMemory(0, count));
            }
        }

        async ValueTask<bool> FillAsync(byte[] whole)
        {
            var filled = 0;
            while (filled < whole.Length)
            {
                var count = await read(whole.AsMemory(filled), cancellationToken).ConfigureAwait(false);
                if (count == 0)
                {
                    return filled == 0 ? false : throw broken("Its log broke off in the middle of a line.");
                }

                filled += count;
            }

            return true;
        }
    }
}
