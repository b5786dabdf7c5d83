namespace HomeDash.Mcp.Tests;

/// <summary>Which words a search takes for the same, and what it finds first.</summary>
public sealed class WordsOfSearch
{
    [Theory]
    [InlineData("downloads", "downloading")]
    [InlineData("stop", "stopped")]
    [InlineData("pause", "pausing")]
    [InlineData("series", "series")]
    [InlineData("libraries", "library")]
    [InlineData("movies", "movie")]
    [InlineData("watches", "watching")]
    [InlineData("lights", "LIGHT")]
    public void Forms_of_a_word_are_the_same(string one, string other) => Assert.Equal(SearchText.Words(one), SearchText.Words(other));

    [Theory]
    [InlineData("setSpeedLimit", "set speed limit")]
    [InlineData("dnsHole_disable", "dns hole disable")]
    [InlineData("what is on the HTTPServer", "what on HTTP server")]
    public void Names_are_cut_into_words_and_small_words_left_out(string text, string words) =>
        Assert.Equal(words.Split(' ').SelectMany(SearchText.Words), SearchText.Words(text));

    [Fact]
    public void What_has_the_rarer_word_comes_first()
    {
        var index = new SearchIndex([[("restart a lamp", 1)], [("list the lamp", 1)], [("lamp lamp lamp", 1)]]);

        Assert.Equal(0, index.Find("restart lamp").First());
        Assert.Equal(3, index.Find("lamp").Count());
        Assert.Empty(index.Find("nothing of it"));
    }

    [Fact]
    public void The_beginning_of_a_word_finds_it() => Assert.Equal([1], new SearchIndex([[("lamp", 1)], [("container", 1)]]).Find("contain"));
}
