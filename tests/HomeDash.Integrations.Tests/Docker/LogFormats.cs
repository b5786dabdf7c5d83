using System.Text;
using static HomeDash.Integrations.Docker.Tests.Engines;

namespace HomeDash.Integrations.Docker.Tests;

/// <summary>The engine's log formats, byte by byte.</summary>
public sealed class LogFormats
{
    [Theory, InlineData(1), InlineData(3), InlineData(7), InlineData(8), InlineData(1000)]
    public async Task Frames_are_put_together_however_they_arrive(int piece)
    {
        byte[] log = [.. Frame(1, "2026-11-20T10:00:00.123456789Z out\n"), .. Frame(2, "2026-11-20T10:00:01Z er"), .. Frame(1, ""), .. Frame(2, "ror\n")];

        var lines = await ReadAsync(log, piece);

        Assert.Equal(
        [
            new(new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero) { }, LogStream.Stdout, "out"),
            new(new(2026, 11, 20, 10, 0, 1, TimeSpan.Zero), LogStream.Stderr, "error"),
        ], lines.Select(line => line with { Time = line.Time!.Value.AddTicks(-(line.Time.Value.Ticks % TimeSpan.TicksPerSecond)) }));
    }

    [Fact]
    public async Task Times_keep_every_digit_that_a_tick_has()
    {
        var line = Assert.Single(await ReadAsync(Frame(1, "2026-11-20T10:00:00.123456789Z x\n")));

        Assert.Equal(1_234_567, line.Time!.Value.Ticks % TimeSpan.TicksPerSecond);
    }

    [Fact]
    public async Task Lines_of_the_two_streams_do_not_mix()
    {
        byte[] log = [.. Frame(1, "2026-11-20T10:00:00Z a"), .. Frame(2, "2026-11-20T10:00:00Z b\n"), .. Frame(1, "c\n")];

        Assert.Equal([(LogStream.Stderr, "b"), (LogStream.Stdout, "ac")], (await ReadAsync(log)).Select(line => (line.Stream, line.Text)));
    }

    [Fact]
    public async Task What_is_not_framed_is_called_so() =>
        Assert.Contains("not in the format", (await Assert.ThrowsAsync<FormatException>(() => ReadAsync("plain text, no frames\n"u8.ToArray()))).Message);

    [Theory, InlineData(3), InlineData(12)]
    public async Task A_log_that_ends_within_a_frame_broke_off(int length) =>
        Assert.Contains("broke off", (await Assert.ThrowsAsync<FormatException>(() => ReadAsync(Frame(1, "0123456789\n")[..length]))).Message);

    [Fact]
    public async Task A_frame_that_claims_four_gigabytes_takes_no_memory_for_them()
    {
        byte[] header = [1, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF];

        await Assert.ThrowsAsync<FormatException>(() => ReadAsync([.. header, .. "little"u8]));
    }

    [Fact]
    public async Task Characters_that_arrive_in_pieces_are_whole()
    {
        Assert.Equal("Grüße 🐳", Assert.Single(await ReadAsync(Frame(1, "2026-11-20T10:00:00Z Grüße 🐳\n"), piece: 1)).Text);
    }

    [Fact]
    public async Task A_long_line_is_cut_between_characters()
    {
        var text = new string('x', LogLine.MostCharacters - 1) + "🐳🐳";

        var line = Assert.Single(await ReadAsync(Frame(1, $"2026-11-20T10:00:00Z {text}\n")));

        Assert.Equal(new string('x', LogLine.MostCharacters - 1) + "…", line.Text);
    }

    [Theory]
    [InlineData("2026-11-20T10:00:00Z \u001b[1;31mred\u001b[0m", "red")]
    [InlineData("2026-11-20T10:00:00Z \u001b]0;title\u0007text", "text")]
    [InlineData("2026-11-20T10:00:00Z a\tb\r", "a\tb")]
    [InlineData("2026-11-20T10:00:00Z ", "")]
    [InlineData("no time at all", "no time at all")]
    public async Task A_line_is_only_text(string raw, string text) =>
        Assert.Equal(text, Assert.Single(await ReadAsync(Frame(1, raw + "\n"))).Text);

    private static byte[] Frame(byte stream, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [stream, 0, 0, 0, 0, 0, (byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes];
    }

    /// <summary>Reads a log that arrives in pieces of so many bytes.</summary>
    private static Task<List<LogLine>> ReadAsync(byte[] log, int piece = int.MaxValue)
    {
        var rest = new MemoryStream(log);
        return LogLines.ReadAsync(
            LogFrames.ReadFramesAsync((buffer, token) => rest.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], token), what => new FormatException(what), Cancellation),
            Cancellation).ToListAsync();
    }
}
