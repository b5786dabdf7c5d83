using System.Text;
using System.Text.Json;
using HomeDash.Procedures;

namespace HomeDash.Http.Tests;

/// <summary>What a held stream keeps, and when it is let go of.</summary>
public sealed class HoldingStreams
{
    private static readonly StreamOwner Owner = new("u1", "k1", "any.stream", "{}");

    [Fact]
    public async Task A_reader_who_is_away_for_too_many_items_has_lost_the_stream()
    {
        using var held = new HeldStream(Owner);

        await held.FillAsync(new Numbers(HeldStream.MostItems + 1)).WaitAsync(HttpHost.Ends);

        Assert.False(held.CanGoOnAfter(0));
    }

    [Fact]
    public async Task As_many_as_are_kept_are_all_there_for_who_comes_back()
    {
        using var held = new HeldStream(Owner);
        await held.FillAsync(new Numbers(HeldStream.MostItems)).WaitAsync(HttpHost.Ends);

        Assert.True(held.CanGoOnAfter(0));
        Assert.Equal(HeldStream.MostItems, await CountAsync(held, 0));
        Assert.Equal(1, await CountAsync(held, HeldStream.MostItems - 1));
    }

    [Fact]
    public async Task A_reader_who_is_there_gets_more_than_is_kept()
    {
        using var held = new HeldStream(Owner);
        var reading = CountAsync(held, 0);

        await held.FillAsync(new Numbers(HeldStream.MostItems * 3));

        Assert.Equal(HeldStream.MostItems * 3, await reading);
        Assert.False(held.CanGoOnAfter(5));
        Assert.True(held.CanGoOnAfter(HeldStream.MostItems * 2));
        Assert.False(held.CanGoOnAfter((HeldStream.MostItems * 3) + 1));
    }

    [Fact]
    public async Task A_second_reader_takes_the_place_of_the_first()
    {
        using var held = new HeldStream(Owner);
        var first = CountAsync(held, 0);
        var second = CountAsync(held, 0);

        await Assert.ThrowsAsync<OperationCanceledException>(() => first);
        await held.FillAsync(new Numbers(2));
        Assert.Equal(2, await second);
    }

    private static async Task<int> CountAsync(HeldStream held, long after)
    {
        var count = 0;
        await foreach (var item in held.ReadAsync(after, HttpHost.Ends))
        {
            Assert.Equal(after + ++count, item.Number);
            Assert.Equal($"{item.Number}", Encoding.UTF8.GetString(item.Json.Span));
        }

        return count;
    }

    private sealed class Numbers(int count) : ProcedureStream
    {
        public override async IAsyncEnumerable<Action<Utf8JsonWriter>> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            for (var number = 1; number <= count; number++)
            {
                await Task.Yield();
                var item = number;
                yield return writer => writer.WriteNumberValue(item);
            }
        }
    }
}
