using Bunit;
using HomeDash.Components.DnsHole;
using HomeDash.Procedures;

namespace HomeDash.Components.Tests.DnsHole;

public sealed class HoleCardTests : BunitContext
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, "0:00")]
    [InlineData(0.2, "0:01")]
    [InlineData(59, "0:59")]
    [InlineData(272, "4:32")]
    [InlineData(3849, "1:04:09")]
    [InlineData(604800, "168:00:00")]
    public void What_is_left_of_a_pause_is_told_as_a_clock_does(double seconds, string left)
    {
        var card = Card(new(BlockingStatus.Disabled, (int)seconds, Now.AddSeconds(seconds)));

        Assert.Equal(left, card.Find("[role=timer]").TextContent);
        Assert.Equal("Paused", card.Find("header .badge").TextContent);
    }

    [Theory]
    [InlineData(3600, "Counted over the last 1 hour.")]
    [InlineData(86400, "Counted over the last 24 hours.")]
    [InlineData(604800, "Counted over the last 7 days.")]
    public void The_period_of_the_counts_is_told_in_words(long seconds, string words) =>
        Assert.Contains(words, Card(new(BlockingStatus.Enabled), period: seconds).Markup, StringComparison.Ordinal);

    [Theory]
    [InlineData(BlockingStatus.Enabled, "On")]
    [InlineData(BlockingStatus.Disabled, "Off")]
    [InlineData(BlockingStatus.Unknown, "Unknown")]
    public void Every_state_has_its_word(BlockingStatus status, string word) =>
        Assert.Equal(word, Card(new(status)).Find("header .badge").TextContent);

    [Fact]
    public void What_the_service_did_otherwise_than_asked_is_said()
    {
        var card = Card(new(BlockingStatus.Disabled, 120, Now.AddSeconds(120)), new("Office", true, new(BlockingStatus.Disabled, 120, Note: "90 s were rounded up to 2 min.")));

        Assert.Contains("90 s were rounded up to 2 min.", card.Find(".notice").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<HoleCard> Card(BlockingState state, Outcome<BlockingState>? outcome = null, long period = 86400) => Render<HoleCard>(parameters => parameters
        .Add(card => card.Report, new("Office", true))
        .Add(card => card.Hole, new DnsHoleInfo("office-id", "Office", "Technitium DNS", state, 4000, 500, 12.5, 93_215, period))
        .Add(card => card.Now, Now)
        .Add(card => card.Outcome, outcome));
}
