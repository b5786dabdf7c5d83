namespace HomeDash.Storage.Tests;

public sealed class IdTests
{
    [Fact]
    public void They_are_twenty_url_safe_characters() => Assert.Matches("^[0-9a-hjkmnp-tv-z]{20}$", new Ids(TimeProvider.System).New());

    [Fact]
    public void They_are_unique_and_sorted_in_the_order_they_were_made_in()
    {
        var ids = new Ids(new Clock());

        var made = Enumerable.Range(0, 10_000).Select(_ => ids.New()).ToList();

        Assert.Equal(made.Order(StringComparer.Ordinal), made);
        Assert.Distinct(made);
    }

    [Fact]
    public void A_later_one_sorts_after_an_earlier_one_of_another_program()
    {
        var clock = new Clock();
        var earlier = new Ids(clock).New();
        clock.Now += TimeSpan.FromMilliseconds(1);

        Assert.True(string.CompareOrdinal(earlier, new Ids(clock).New()) < 0);
    }

    [Fact]
    public void A_clock_that_goes_back_does_not_bring_them_out_of_order()
    {
        var clock = new Clock();
        var ids = new Ids(clock);
        var before = ids.New();
        clock.Now -= TimeSpan.FromHours(1);

        Assert.True(string.CompareOrdinal(before, ids.New()) < 0);
    }

    [Fact]
    public void Programs_that_start_in_the_same_millisecond_make_different_ones()
    {
        var clock = new Clock();

        Assert.Distinct(Enumerable.Range(0, 1000).Select(_ => new Ids(clock).New()));
    }

    [Fact]
    public async Task Threads_do_not_get_the_same_one()
    {
        var ids = new Ids(new Clock());

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 500).Select(_ => ids.New()).ToList())));

        Assert.Distinct(made.SelectMany(list => list));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.Parse("2026-02-03T04:05:06Z");

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
