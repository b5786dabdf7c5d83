using System.Text;

namespace HomeDash.Procedures.Tests;

/// <summary>Changing an argument never throws: what cannot be read is left to the binding, which says so.</summary>
public sealed class InputThatIsNoText
{
    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\udc00":1,"fields":["a"]}""")]
    [InlineData("""{"fields":"\ud800"}""")]
    [InlineData("""{"a":"cut""")]
    [InlineData("[1]")]
    public void It_stays_as_it_is(string json)
    {
        ReadOnlyMemory<byte> input = Encoding.UTF8.GetBytes(json);

        Assert.Equal(json, Encoding.UTF8.GetString(InputJson.Normalize(input).Span));
        Assert.False(InputJson.TryTake(ref input, "fields", out _));
        Assert.Equal(json, Encoding.UTF8.GetString(input.Span));
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_stay_as_they_are()
    {
        byte[] input = [.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        Assert.Equal(input, InputJson.Normalize(input).ToArray());
    }
}
