using HomeDash.Procedures;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomeDash.Tests;

/// <summary>Reads of several integrations: shared, young, and old rather than nothing.</summary>
public sealed class SnapshotTests : IAsyncLifetime
{
    private readonly Clock clock = new();
    private readonly Connections connections;
    private readonly IntegrationFleet fleet;

    public SnapshotTests()
    {
        var kinds = new IntegrationKinds([new ToyKind()]);
        connections = new(kinds, NullLogger<Connections>.Instance);
        fleet = new(connections, kinds, new(clock), new(clock, new ChangeFeed()));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ToyClient Bear => Assert.Single(connections.With<ToyClient>(), toy => toy.Integration.Name == "bear").Client;

    public async ValueTask InitializeAsync() =>
        await connections.SetAsync([new("i1", "bear", "toy", "toy://well"), new("i2", "duck", "toy", "toy://well")]);

    public async ValueTask DisposeAsync() => await connections.DisposeAsync();

    [Fact]
    public async Task Calls_at_the_same_time_share_one_request()
    {
        var pause = new TaskCompletionSource();
        Bear.Pause = pause.Task;

        var calls = Enumerable.Range(0, 5).Select(_ => SayAsync()).ToArray();
        await UntilAsync(() => Bear.Asked > 0);
        pause.SetResult();

        Assert.All(await Task.WhenAll(calls), answers => Assert.Equal(["hello", "hello"], answers.Values.Select(answer => answer.Value)));
        Assert.Equal(1, Bear.Asked);
    }

    [Fact]
    public async Task A_young_answer_serves_again_and_an_old_one_does_not()
    {
        await SayAsync();
        Bear.Words = "good night";

        Assert.Equal("hello", (await SayAsync()).Values.First().Value);
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("good night", (await SayAsync()).Values.First().Value);
    }

    [Fact]
    public async Task Answers_that_serve_no_longer_are_let_go_when_there_are_very_many()
    {
        var snapshots = new Snapshots(clock);
        var old = await ReadAsync("first day");
        for (var day = 0; day < 1000; day++)
        {
            await ReadAsync($"day {day}");
        }

        clock.Advance(TimeSpan.FromMinutes(6));
        await ReadAsync("another day");
        GC.Collect();

        Assert.False(old.IsAlive);

        async Task<WeakReference> ReadAsync(string what) =>
            new((await snapshots.ReadAsync("i1", what, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(7), _ => Task.FromResult(new object()), Cancellation)).Value);
    }

    [Fact]
    public async Task The_last_answer_serves_with_its_age_while_the_service_fails()
    {
        await SayAsync();
        Bear.Words = null;
        clock.Advance(TimeSpan.FromSeconds(30));

        var answers = await SayAsync();

        Assert.Equal(["hello", "hello"], answers.Values.Select(answer => answer.Value));
        Assert.Equal(new IntegrationReport("bear", false, "service_failed", "The toy is broken.", 30), answers.Reports[0]);
        Assert.Equal(new IntegrationReport("duck", true), answers.Reports[1]);

        clock.Advance(TimeSpan.FromMinutes(5));
        var later = await SayAsync();
        Assert.Equal("duck", Assert.Single(later.Values).Integration.Name);
        Assert.Null(later.Reports[0].AgeSeconds);
    }

    [Fact]
    public async Task What_HomeDash_writes_empties_what_it_knew()
    {
        await SayAsync();

        await fleet.WriteAsync(connections.With<IToy>()[0], toy => Task.FromResult(((ToyClient)toy).Words = "changed"));

        Assert.Equal("changed", (await SayAsync()).Values.First().Value);
    }

    [Fact]
    public async Task An_answer_to_a_question_from_before_a_write_is_not_kept()
    {
        var pause = new TaskCompletionSource();
        Bear.Pause = pause.Task;
        var early = SayAsync();
        await UntilAsync(() => Bear.Asked > 0);

        await fleet.WriteAsync(connections.With<IToy>()[0], toy => Task.FromResult(((ToyClient)toy).Words = "changed"));
        pause.SetResult();
        await early;

        Assert.Equal("changed", (await SayAsync()).Values.First().Value);
    }

    [Fact]
    public async Task A_caller_who_leaves_does_not_end_the_request_of_the_others()
    {
        var pause = new TaskCompletionSource();
        Bear.Pause = pause.Task;
        using var leaving = new CancellationTokenSource();
        var leaver = SayAsync(leaving.Token);
        var stayer = SayAsync();
        await UntilAsync(() => Bear.Asked > 0);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        pause.SetResult();

        Assert.Equal("hello", (await stayer).Values.First().Value);
    }

    [Fact]
    public void One_that_cannot_do_it_is_refused_with_those_that_can()
    {
        var named = new IntegrationRef("bear") { Resolved = new("integration", "i1", "bear") };

        var error = Assert.Throws<ProcedureException>(() => fleet.One<IContainerEngine>(named)).Error;

        Assert.Contains("bear is a Toy, which cannot do this.", error.Message, StringComparison.Ordinal);
    }

    private async Task<Answers<string>> SayAsync(CancellationToken? cancellationToken = null) =>
        await fleet.AskAsync(fleet.Usable<IToy>(Caller.House, null), "say", (toy, token) => toy.SayAsync(token), cancellationToken ?? Cancellation);

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(5, Cancellation);
        }
    }
}
