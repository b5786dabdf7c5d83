using System.Security.Cryptography;

namespace HomeDash.Storage;

/// <summary>
/// Makes ids: 20 characters of Crockford's base 32 in lower case, safe in addresses. The first ten are the time in
/// milliseconds, the last ten random, so ids sort by age; within one millisecond each is greater than the one before.
/// An id is no secret: who sees one can guess the next.
/// </summary>
public sealed class Ids(TimeProvider clock)
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int HalfLength = 10;
    private const long HalfMask = (1L << (HalfLength * 5)) - 1;

    private readonly Lock counting = new();
    private long time;
    private long random;

    /// <summary>A new id.</summary>
    public string New()
    {
        lock (counting)
        {
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            if (now > time)
            {
                time = now;
                random = RandomHalf();
            }
            else if (++random > HalfMask)
            {
                // All random values above the first were used in this millisecond, or the clock went back: borrow the next one.
                time++;
                random = RandomHalf();
            }

            return string.Create(HalfLength * 2, (time, random), static (text, id) =>
            {
                Write(id.time, text[..HalfLength]);
                Write(id.random, text[HalfLength..]);
            });
        }
    }

    private static long RandomHalf() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) & HalfMask;

    private static void Write(long value, Span<char> text)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            text[i] = Digits[(int)(value & 31)];
            value >>= 5;
        }
    }
}
